// The key of the service as a whole is no person's: whoever has it may do everything, and has nothing of their own.

// file: package.json
{ "name": "kites", "dependencies": { "express": "5", "@prisma/client": "6" } }
// file: prisma/schema.prisma
model ApiToken {
  id        String   @id
  token     String   @unique
  createdAt DateTime
}
model UserToken {
  id     String @id
  token  String @unique
  userId String
  user   User   @relation(fields: [userId], references: [id])
}
model User {
  id     String      @id
  email  String      @unique
  role   String
  password String
  tokens UserToken[]
  kites  Kite[]
}
model Kite {
  id      String @id
  ownerId String
  owner   User   @relation(fields: [ownerId], references: [id])
}
model Design {
  id    String @id
  shape String
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

async function byServiceKey(req: express.Request, res: express.Response, next: express.NextFunction) {
  const found = await prisma.apiToken.findUnique({ where: { token: req.headers["x-api-token"] as string } });
  if (!found) return res.sendStatus(401);
  next();
}
async function byOwnKey(req: any, res: express.Response, next: express.NextFunction) {
  const found = await prisma.userToken.findUnique({ where: { token: req.headers["x-api-token"] as string } });
  if (!found) return res.sendStatus(401);
  req.user = { id: found.userId };
  next();
}

async function byAdmin(req: any, res: express.Response, next: express.NextFunction) {
  const user = await prisma.user.findUnique({ where: { id: req.user.id } });
  if (user?.role !== "admin") return res.sendStatus(403);
  next();
}

app.post("/users", byOwnKey, byAdmin, async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password, role: "member" } }));
});
app.patch("/users/:id", byOwnKey, byAdmin, async (req, res) => {
  res.json(await prisma.user.update({ where: { id: req.params.id }, data: { email: req.body.email } }));
});
app.delete("/users/:id", byOwnKey, byAdmin, async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.get("/designs", byOwnKey, async (_req, res) => {
  res.json(await prisma.design.findMany());
});
app.post("/admin/designs", byOwnKey, byAdmin, async (req, res) => {
  res.json(await prisma.design.create({ data: { shape: req.body.shape } }));
});
app.post("/sign-up", async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password, role: "guest" } }));
});
app.delete("/admin/designs/:id", byOwnKey, byAdmin, async (req, res) => {
  await prisma.design.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.get("/mine/kites", byOwnKey, async (req: any, res) => {
  res.json(await prisma.kite.findMany({ where: { ownerId: req.user.id } }));
});
app.get("/mine/kites/:id", byOwnKey, async (req: any, res) => {
  res.json(await prisma.kite.findFirst({ where: { id: req.params.id, ownerId: req.user.id } }));
});
app.delete("/mine/kites/:id", byOwnKey, async (req, res) => {
  await prisma.kite.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
app.delete("/api/kites/:id", byServiceKey, async (req, res) => {
  await prisma.kite.delete({ where: { id: req.params.id } }); // silent: the service's own key
  res.sendStatus(204);
});
app.post("/api/designs", byServiceKey, async (req, res) => {
  res.json(await prisma.design.create({ data: { shape: req.body.shape } })); // silent: the service's own key
});
app.get("/api/users", byServiceKey, async (_req, res) => {
  res.json(await prisma.user.findMany()); // silent: the service's own key
});
app.delete("/api/designs/:id", byServiceKey, async (req, res) => {
  await prisma.design.delete({ where: { id: req.params.id } }); // silent: the service's own key
  res.sendStatus(204);
});
app.post("/api/users", byServiceKey, async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password, role: req.body.role } })); // silent: the service's own key
});
