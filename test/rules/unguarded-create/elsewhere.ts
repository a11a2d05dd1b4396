import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

async function order(to: string) {
  const response = await fetch("https://labels.example/labels", { method: "POST", body: JSON.stringify({ street: to }) }); // silent: told where it is called
  return (await response.json()) as { id: string };
}

app.post("/parcels/:id/label", async (req, res) => {
  const label = await order(req.body.street); // expect: unguarded-create
  await prisma.parcel.update({ where: { id: req.params.id }, data: { labelId: label.id } });
  res.end();
});
app.post("/parcels/:id/first-label", async (req, res) => {
  const parcel = await prisma.parcel.findUnique({ where: { id: req.params.id } });
  if (parcel?.labelId) return res.end();
  const label = await order(req.body.street); // expect: unguarded-create
  // ~ asks first
  await prisma.parcel.update({ where: { id: req.params.id }, data: { labelId: label.id } });
  res.end();
});
app.post("/parcels/:id/route", async (req, res) => {
  const response = await fetch("https://routes.example/plan", { method: "POST", body: JSON.stringify({ street: req.body.street }) });
  const { kilometers } = (await response.json()) as { kilometers: number };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { kilometers } }); // silent: an answer is stored, nothing was made
  res.end();
});
app.post("/parcels/:id/keyed-label", async (req, res) => {
  const response = await fetch("https://labels.example/labels", { method: "POST", headers: { "Idempotency-Key": req.params.id }, body: "{}" });
  const label = (await response.json()) as { id: string };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { labelId: label.id } }); // silent: the label has a key
  res.end();
});
app.post("/parcels/:id/claim", async (req, res) => {
  const response = await fetch("https://tickets.example/issues", { method: "POST", body: JSON.stringify({ text: req.body.text }) }); // expect: unguarded-create
  const ticket = (await response.json()) as { self: string };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { claimUrl: ticket.self } });
  res.end();
});
app.post("/parcels/:id/picture", async (req, res) => {
  const response = await fetch("https://pictures.example/render", { method: "POST", body: JSON.stringify({ text: req.body.text }) });
  const picture = (await response.json()) as { url: string };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { picture: picture.url } }); // silent: a picture takes the place of the one before
  res.end();
});
app.post("/parcels/:id/carrier", async (req, res) => {
  const response = await fetch("https://carrier.example/login/oauth/access_token", { method: "POST", body: JSON.stringify({ code: req.body.code }) });
  const grant = (await response.json()) as { account_id: string };
  await prisma.parcel.update({ where: { id: req.params.id }, data: { carrierAccount: grant.account_id } }); // silent: the token's own account, which was there before
  res.end();
});
