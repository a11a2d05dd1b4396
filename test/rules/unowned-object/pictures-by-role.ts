// Whoever has a role that many have removes pictures by the name they send, whatever row was checked.
import { v2 as cloudinary } from "cloudinary";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const owners = (req, res, next) => (req.user.role === "landlord" ? next() : res.sendStatus(403));

app.post("/houses/:id/pictures", owners, async (req, res) => {
  const house = await prisma.house.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (!house) return res.sendStatus(404);
  const { secure_url: url } = await cloudinary.uploader.upload(req.body.picture);
  res.json(await prisma.house.updateMany({ where: { id: house.id, ownerId: req.user.id }, data: { url } }));
});
app.post("/me/picture", async (req, res) => {
  res.json(await cloudinary.uploader.upload(req.body.picture, { public_id: req.user.id }));
});
app.delete("/houses/:id/pictures", owners, async (req, res) => {
  if (req.body.publicId) await cloudinary.uploader.destroy(req.body.publicId); // expect: unowned-object
  res.json(await prisma.house.updateMany({ where: { id: req.params.id, ownerId: req.user.id }, data: { url: null } }));
});
app.delete("/houses/:id/picture", owners, async (req, res) => { // silent: found by a row of the caller's
  const house = await prisma.house.findFirst({ where: { pictureId: req.body.publicId, ownerId: req.user.id } });
  if (!house) return res.sendStatus(404);
  await cloudinary.uploader.destroy(req.body.publicId);
  res.end();
});
