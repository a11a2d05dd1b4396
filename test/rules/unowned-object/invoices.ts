import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/invoices", async (req, res) => {
  res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));
});
app.get("/invoices", async (req, res) => {
  res.json(await prisma.invoice.findMany({ where: { userId: req.user.id } }));
});
app.get("/invoices/:id", async (req, res) => {
  res.json(await prisma.invoice.findUnique({ where: { id: req.params.id } })); // expect: unowned-object
  //             ^^^^^^^^^^^^^^^^^^^^^^^^^ reads invoice by "id" of the request
});
app.delete("/invoices/:id", async (req, res) => {
  res.json(await prisma.invoice.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.patch("/invoices/:id/other", async (req, res) => {
  const own = await prisma.invoice.findFirst({ where: { id: req.body.own, userId: req.user.id } });
  if (!own) return res.sendStatus(404);
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { total: 1 } })); // expect: unowned-object
});

app.put("/invoices/:id/scoped", async (req, res) => {
  res.json(await prisma.invoice.update({ where: { id: req.params.id, userId: req.user.id }, data: { total: 1 } })); // silent: the owner is in the query
});
app.put("/invoices/:id/loaded", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } }); // silent: compared below
  if (invoice.userId !== req.user.id) return res.sendStatus(403);
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { total: 1 } })); // silent: compared above
});
app.put("/invoices/:id/looked-up", async (req, res) => {
  const own = await prisma.invoice.findFirst({ where: { id: req.params.id, userId: req.user.id } });
  if (!own) return res.sendStatus(404);
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { total: 1 } })); // silent: the same id was looked up for the caller
});
app.delete("/admin/invoices/:id", async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.invoice.delete({ where: { id: req.params.id } })); // silent: administrators may
});
app.put("/invoices/:id/helper", async (req, res) => {
  await mayChange(req.user, req.params.id);
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { total: 1 } })); // silent: a helper compares
});
app.get("/countries/:code", async (req, res) => {
  res.json(await prisma.country.findUnique({ where: { code: req.params.code } })); // silent: nobody's
});

async function mayChange(user: { id: string }, id: string) {
  const invoice = await prisma.invoice.findUnique({ where: { id } }); // silent: compared below
  if (invoice?.userId !== user.id) throw new Error("Forbidden");
}

app.post("/invoices/:id/watch", async (req, res) => {
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { watchers: { connect: { id: req.user.id } } } })); // silent: the caller's own part in it
});
app.put("/invoices", async (req, res) => { // silent: the id that was sent is overwritten with the caller's own
  const body = req.body;
  body.userId = req.user.id;
  res.json(await prisma.invoice.updateMany({ where: { userId: body.userId }, data: { note: body.note } }));
});
app.delete("/invoices", async (req, res) => { // silent: it is among the caller's own
  const user = await prisma.user.findUnique({ where: { id: req.user.id }, select: { invoices: { select: { id: true } } } });
  const id = String(req.body.id ?? "");
  if (!user.invoices.some((one) => one.id === id)) return res.sendStatus(404);
  res.json(await prisma.invoice.delete({ where: { id } }));
});
