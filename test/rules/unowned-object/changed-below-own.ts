// Prisma's `update` of one row throws where there is none: what comes after it has an id of the caller's own.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.patch("/courses/:courseId/chapters/:chapterId", async (req, res) => { // silent: the chapter was changed below the own course
  const { courseId, chapterId } = req.params;
  const own = await prisma.course.findUnique({ where: { id: courseId, userId: req.user.id } });
  if (!own) return res.sendStatus(401);
  await prisma.chapter.update({ where: { id: chapterId, courseId }, data: { title: req.body.title } });
  await prisma.video.delete({ where: { chapterId } });
  res.end();
});

app.put("/courses/:courseId/chapters/:chapterId", async (req, res) => {
  const { courseId, chapterId } = req.params;
  const own = await prisma.course.findUnique({ where: { id: courseId, userId: req.user.id } });
  if (!own) return res.sendStatus(401);
  await prisma.chapter.updateMany({ where: { id: chapterId, courseId }, data: { title: req.body.title } });
  await prisma.video.delete({ where: { chapterId } }); // expect: unowned-object
  res.end();
});

app.post("/courses/:courseId/chapters/:chapterId", async (req, res) => {
  const { courseId, chapterId } = req.params;
  const own = await prisma.course.findUnique({ where: { id: courseId, userId: req.user.id } });
  if (!own) return res.sendStatus(401);
  prisma.chapter.update({ where: { id: chapterId, courseId }, data: { title: req.body.title } });
  await prisma.video.delete({ where: { chapterId } }); // expect: unowned-object
  res.end();
});

app.post("/videos", async (req, res) => {
  res.json(await prisma.video.create({ data: { ownerId: req.user.id, url: req.body.url } }));
});
app.listen(3000);
