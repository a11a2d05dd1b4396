import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PrismaClient } from "@prisma/client";
import express from "express";

const s3 = new S3Client({});
const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/files", async (req, res) => {
  await s3.send(new PutObjectCommand({ Bucket: "uploads", Key: `${Date.now()}`, Body: req.body }));
  res.end();
});
app.delete("/files/:key", async (req, res) => {
  await s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key: req.params.key })); // expect: unowned-object
  res.end();
});
app.delete("/avatars/:name", async (req, res) => { // silent: a folder of the caller's own
  await s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key: `${req.user.id}/${req.params.name}` }));
  res.end();
});
app.delete("/documents/:key", async (req, res) => { // silent: found by a row of the caller's
  const found = await prisma.document.findFirst({ where: { key: req.params.key, userId: req.user.id } });
  if (!found) return res.sendStatus(404);
  await s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key: req.params.key }));
  res.end();
});
app.delete("/admin/files/:key", async (req, res) => { // silent: staff may
  if (req.user.role !== "admin") return res.sendStatus(403);
  await s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key: req.params.key }));
  res.end();
});
