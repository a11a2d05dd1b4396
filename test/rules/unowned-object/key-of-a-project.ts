// A key that finds the project it is of is no key of the whole service: what is found by an id must be of that project.

// file: package.json
{ "name": "letters", "dependencies": { "express": "5", "@prisma/client": "6" } }
// file: prisma/schema.prisma
model Project {
  id     String @id
  name   String
  secret String @unique
}
model Campaign {
  id        String @id
  subject   String
  body      String
  projectId String
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

function isValidSecretKey(req: express.Request, res: express.Response, next: express.NextFunction) {
  const key = req.headers.authorization?.split(" ")[1];
  if (!key) return res.sendStatus(401);
  res.locals.auth = { key };
  next();
}
async function projectOf(res: express.Response) {
  return prisma.project.findUnique({ where: { secret: res.locals.auth.key } });
}

app.get("/campaigns/:id", isValidSecretKey, async (req, res) => {
  const project = await projectOf(res);
  if (!project) return res.sendStatus(401);
  const campaign = await prisma.campaign.findUnique({ where: { id: req.params.id } }); // silent: compared with the project of the key
  if (!campaign || campaign.projectId !== project.id) return res.sendStatus(404);
  res.json(campaign);
});
app.post("/campaigns", isValidSecretKey, async (req, res) => {
  const project = await projectOf(res);
  if (!project) return res.sendStatus(401);
  const { subject, body } = req.body;
  res.json(await prisma.campaign.create({ data: { subject, body, projectId: project.id } }));
});
app.post("/campaigns/:id/copy", isValidSecretKey, async (req, res) => {
  const project = await projectOf(res);
  if (!project) return res.sendStatus(401);
  const campaign = await prisma.campaign.findUnique({ where: { id: req.params.id } }); // expect: unowned-object
  if (!campaign) return res.sendStatus(404);
  const { subject, body } = campaign;
  res.json(await prisma.campaign.create({ data: { subject, body, projectId: project.id } }));
});
app.delete("/campaigns/:id", isValidSecretKey, async (req, res) => {
  const project = await projectOf(res);
  if (!project) return res.sendStatus(401);
  const campaign = await prisma.campaign.findUnique({ where: { id: req.params.id } });
  if (!campaign || campaign.projectId !== project.id) return res.sendStatus(404);
  await prisma.campaign.delete({ where: { id: campaign.id } }); // silent: compared with the project of the key
  res.sendStatus(204);
});
app.listen(3000);
