// Whoever else shows the table asks who is calling, and so does the whole application: one endpoint was forgotten.

// file: package.json
{ "name": "sketches", "dependencies": { "express": "5", "@prisma/client": "6", "express-jwt": "8" } }
// file: prisma/schema.prisma
model Sketch {
  id     String @id
  folder String
  title  String
}
model Layer {
  id     String @id
  sketch String
  shape  String
}
model Palette {
  id     String @id
  colour String
}
model Template {
  slug  String @id
  shape String
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { expressjwt } from "express-jwt";

const prisma = new PrismaClient();
const app = express();
const signedIn = expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] });

app.get("/sketches", signedIn, async (req, res) => {
  res.json(await prisma.sketch.findMany());
});
app.get("/sketches/:id", signedIn, async (req, res) => {
  res.json(await prisma.sketch.findUnique({ where: { id: req.params.id } }));
});
app.get("/search", signedIn, async (req, res) => {
  res.json(await prisma.sketch.findMany({ where: { title: { contains: req.query.q } } }));
});
app.get("/layers", signedIn, async (req, res) => {
  res.json(await prisma.layer.findMany());
});
app.get("/layers/:id", signedIn, async (req, res) => {
  res.json(await prisma.layer.findUnique({ where: { id: req.params.id } }));
});
app.get("/palettes/mine", signedIn, async (req, res) => {
  res.json(await prisma.palette.findMany());
});
app.get("/palettes/last", signedIn, async (req, res) => {
  res.json(await prisma.palette.findFirst());
});
app.get("/exports/sketches", signedIn, async (req, res) => {
  res.json(await prisma.sketch.findMany());
});
app.get("/exports/layers", signedIn, async (req, res) => {
  res.json(await prisma.layer.findMany());
});
app.get("/exports/palettes", signedIn, async (req, res) => {
  res.json(await prisma.palette.findMany());
});
app.get("/folders/:folder", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.sketch.findMany({ where: { folder: req.params.folder } }));
});
app.get("/templates/:slug", async (req, res) => { // silent: published by its name
  const template = await prisma.template.findUnique({ where: { slug: req.params.slug } });
  res.json({ template, layers: await prisma.layer.findMany({ where: { sketch: template.shape } }) });
});
app.get("/schema", async (req, res) => { // silent: no table of theirs
  res.json(await prisma.template.findMany());
});
