import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.get("/teams/:id/invite", async (req, res) => {
  res.json(await prisma.invite.create({ data: { team: req.params.id } })); // expect: write-in-get
});
app.get("/invitation/:id", async (req, res) => {
  await prisma.invite.update({ where: { id: req.params.id }, data: { accepted: true } }); // silent: the link in the letter
  res.redirect("/");
});
app.get("/badges/:id", async (req, res) => {
  const known = await prisma.badgeCounter.findUnique({ where: { id: req.params.id } });
  res.json(known ?? (await prisma.badgeCounter.create({ data: { id: req.params.id } }))); // expect: write-in-get
});
app.get("/parcels/:id/label", async (req, res) => {
  const parcel = await prisma.parcel.findUnique({ where: { id: req.params.id } });
  if (parcel?.labelId) return res.json(parcel.labelId);
  const response = await fetch("https://labels.example/labels", { method: "POST", body: JSON.stringify({ street: "…" }) }); // expect: write-in-get
  const label = (await response.json()) as { id: string };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { labelId: label.id } });
  res.json(label.id);
});
