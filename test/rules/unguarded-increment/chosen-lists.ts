import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.put("/albums/:id/tags", async (req, res) => {
  const album = await prisma.album.findUnique({ where: { id: req.params.id }, include: { tags: true } });
  const tags = req.body.tags.map(({ id }) => ({ id }));
  const isDraft = album.tags.some((tag) => tag.id === "draft");
  await prisma.album.update({
    where: { id: album.id },
    data: { tags: { set: isDraft ? [...tags, { id: "draft" }] : tags } }, // silent: what was sent is set, and the draft stays one
  });
  res.end();
});

app.put("/albums/:id/genres", async (req, res) => {
  const album = await prisma.album.findUnique({ where: { id: req.params.id } });
  const has = album.genres.includes(req.body.genre);
  await prisma.album.update({ // expect: unguarded-increment
    // ~ turns
    where: { id: album.id },
    data: { genres: has ? album.genres.filter((one) => one !== req.body.genre) : [...album.genres, req.body.genre] },
  });
  res.end();
});

app.put("/albums/:id/shelf", async (req, res) => {
  const last = await prisma.album.findFirst({ where: { shelfId: req.body.shelfId }, orderBy: { place: "desc" } });
  await prisma.album.update({ // expect: unguarded-increment
    // ~ counts twice
    where: { id: req.params.id },
    data: { shelfId: req.body.shelfId, place: last ? last.place + 1 : 1 },
  });
  res.end();
});
