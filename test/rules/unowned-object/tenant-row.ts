// file: migrations/001.sql
CREATE TABLE projects (id serial PRIMARY KEY, slug text NOT NULL UNIQUE, program_id int);
CREATE TABLE members (user_id int NOT NULL, project_id int NOT NULL);
CREATE TABLE submissions (id serial PRIMARY KEY, program_id int NOT NULL, user_id int NOT NULL, status text);
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

async function projectOf(req: express.Request) {
  const project = await prisma.projects.findFirst({
    where: { slug: req.params.slug, members: { some: { userId: req.user.id } } },
  });
  if (!project) throw new Error("not found");
  return project;
}

app.post("/mine", async (req, res) => {
  await prisma.submissions.upsert({ // expect: unowned-object
    where: { id: req.body.id },
    create: { userId: req.user.id, programId: 1 },
    update: { userId: req.user.id },
  });
  res.end();
});

app.put("/:slug/submissions/:id/reopen", async (req, res) => { // silent: the row's program is the tenant's own
  const project = await projectOf(req);
  const found = await prisma.submissions.findUnique({ where: { id: req.params.id } });
  if (found.programId !== project.programId) throw new Error("another program's");
  await prisma.submissions.update({ where: { id: req.params.id }, data: { status: "draft" } });
  res.end();
});

app.put("/:slug/submissions/:id/approve", async (req, res) => {
  await projectOf(req);
  await prisma.submissions.update({ where: { id: req.params.id }, data: { status: "approved" } }); // expect: unowned-object
  res.end();
});
