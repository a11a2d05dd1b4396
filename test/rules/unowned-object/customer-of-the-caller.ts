// The customer that is made at the provider for the caller is stored: that is the caller's own part in the row.
import { PrismaClient } from "@prisma/client";
import express from "express";
import Stripe from "stripe";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/workspaces/:slug/portal", async (req, res) => { // silent: what is stored was made for the caller
  const workspace = await prisma.workspace.findUnique({ where: { slug: req.params.slug } });
  const customer = await stripe.customers.create({ email: req.user.email });
  await prisma.workspace.update({ where: { id: workspace.id }, data: { stripeId: customer.id } });
  res.end();
});

app.put("/workspaces/:slug", async (req, res) => {
  await prisma.workspace.update({ where: { slug: req.params.slug }, data: { name: req.body.name } }); // expect: unowned-object
  res.end();
});

app.post("/workspaces", async (req, res) => {
  res.json(await prisma.workspace.create({ data: { ownerId: req.user.id, slug: req.body.slug } }));
});
app.get("/workspaces", async (req, res) => {
  res.json(await prisma.workspace.findMany({ where: { ownerId: req.user.id } }));
});
app.listen(3000);
