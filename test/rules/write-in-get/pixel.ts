import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const dot = Buffer.from("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==", "base64");

app.get("/q/:slug", async (req, res) => { // silent: a picture that is there to count who loads it
  await prisma.reader.create({ data: { slug: req.params.slug } });
  res.set("Content-Type", "image/gif").send(dot);
});
app.get("/b/:slug", async (req, res) => {
  await prisma.reader.create({ data: { slug: req.params.slug } }); // expect: write-in-get
  res.json({ slug: req.params.slug });
});
