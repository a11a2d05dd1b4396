// A row of the caller's tenant that names a row of another's, which every endpoint limits to its own.

// file: prisma/schema.prisma
model User {
  id          String @id
  password    String
  workspaceId String
}
model Page {
  id          String @id
  workspaceId String
  title       String
  incidents   Incident[]
}
model Theme {
  id        String @id
  name      String
  incidents Incident[]
}
model Incident {
  id          String @id
  workspaceId String
  pageId      String
  themeId     String?
  title       String
  page        Page   @relation(fields: [pageId], references: [id])
  theme       Theme? @relation(fields: [themeId], references: [id])
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/pages", async (req, res) => { // silent: limited to the tenant
  res.json(await prisma.page.findMany({ where: { workspaceId: req.user.workspaceId } }));
});

app.get("/pages/:id", async (req, res) => { // silent: limited to the tenant
  res.json(await prisma.page.findFirst({ where: { id: req.params.id, workspaceId: req.user.workspaceId } }));
});

app.get("/themes", async (_req, res) => { // silent: for everybody
  res.json(await prisma.theme.findMany());
});

app.post("/incidents", async (req, res) => {
  const { pageId, title } = req.body;
  const data = { workspaceId: req.user.workspaceId, pageId, title };
  res.json(await prisma.incident.create({ data })); // expect: unowned-object
});

app.post("/incidents/checked", async (req, res) => { // silent: the page was found among the tenant's
  const { pageId, title } = req.body;
  const page = await prisma.page.findFirst({ where: { id: pageId, workspaceId: req.user.workspaceId } });
  if (!page) return res.sendStatus(404);
  const data = { workspaceId: req.user.workspaceId, pageId, title };
  res.json(await prisma.incident.create({ data }));
});

app.post("/incidents/touched", async (req, res) => { // silent: the page was changed as the tenant's first
  const { pageId, title } = req.body;
  const where = { id: pageId, workspaceId: req.user.workspaceId };
  const { count } = await prisma.page.updateMany({ where, data: { title } });
  if (count === 0) return res.sendStatus(404);
  const data = { workspaceId: req.user.workspaceId, pageId, title };
  res.json(await prisma.incident.create({ data }));
});

app.post("/incidents/themed", async (req, res) => { // silent: themes are for everybody
  const { themeId, title } = req.body;
  const page = await prisma.page.findFirst({ where: { workspaceId: req.user.workspaceId } });
  const data = { workspaceId: req.user.workspaceId, pageId: page.id, themeId, title };
  res.json(await prisma.incident.create({ data }));
});
