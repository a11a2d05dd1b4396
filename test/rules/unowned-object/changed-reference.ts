// A row of the caller's own team is changed to name a row of another's, which is then shown along with it.

// file: package.json
{ "name": "wires", "dependencies": { "express": "5", "@prisma/client": "6", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model Organization {
  id           String  @id
  name         String
}
model Folder {
  id             String    @id
  name           String
  organizationId String
  channels       Channel[]
}
model Channel {
  id             String    @id
  name           String
  organizationId String
  folderId     String?
  folder       Folder? @relation(fields: [folderId], references: [id])
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(async (req: any, res, next) => {
  try {
    const token = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "") as { organizationId: string };
    req.organization = await prisma.organization.findUnique({ where: { id: token.organizationId } });
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/folders", async (req: any, res) => {
  res.json(await prisma.folder.findMany({ where: { organizationId: req.organization.id } }));
});
app.get("/channels", async (req: any, res) => {
  res.json(await prisma.channel.findMany({ where: { organizationId: req.organization.id }, include: { folder: true } }));
});
app.put("/channels/:id/folder", async (req: any, res) => {
  await prisma.channel.update({ // expect: unowned-object
    // ~ puts a row of channel below the folder
    where: { id: req.params.id, organizationId: req.organization.id },
    data: { folder: req.body.folder ? { connect: { id: req.body.folder } } : { disconnect: true } },
  });
  res.sendStatus(204);
});
app.put("/channels/:id/own-folder", async (req: any, res) => {
  const folder = await prisma.folder.findFirst({
    where: { id: req.body.folder, organizationId: req.organization.id },
  });
  if (!folder) return res.sendStatus(404);
  await prisma.channel.update({ // silent: the folder was found among the own ones
    where: { id: req.params.id, organizationId: req.organization.id },
    data: { folder: { connect: { id: req.body.folder } } },
  });
  res.sendStatus(204);
});
app.put("/channels/:id/one-of-ours", async (req: any, res) => {
  const ours = await prisma.folder.findMany({ where: { organizationId: req.organization.id } });
  const found = ours.find((folder) => folder.id === req.body.folder);
  if (!found) return res.sendStatus(404);
  await prisma.channel.update({ // silent: it is one of the own ones
    where: { id: req.params.id, organizationId: req.organization.id },
    data: { folder: { connect: { id: req.body.folder } } },
  });
  res.sendStatus(204);
});
app.put("/channels/:id/in-ours", async (req: any, res) => {
  await prisma.channel.update({ // silent: Prisma connects the own one alone
    where: { id: req.params.id, organizationId: req.organization.id },
    data: { folder: { connect: { id: req.body.folder, organizationId: req.organization.id } } },
  });
  res.sendStatus(204);
});
app.put("/channels/:id/name", async (req: any, res) => {
  await prisma.channel.update({ // silent: no row is named
    where: { id: req.params.id, organizationId: req.organization.id },
    data: { name: req.body.name },
  });
  res.sendStatus(204);
});
app.listen(3000);
