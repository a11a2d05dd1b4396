// A token is shown in a header or in the address: the row that it is found by is the caller's.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const db = new PrismaClient();

async function callerOf(req: express.Request) {
  const token = (req.headers["x-access-token"] as string) || (req.query.token as string);
  const pass = await db.pass.findFirst({ where: { token }, include: { person: true } });
  if (!pass) throw new Error("Who are you?");
  return pass.person;
}

app.get("/admin/berths", async (req, res) => {
  const person = await callerOf(req);
  if (!person.isAdmin) return res.sendStatus(403);
  res.json(await db.berth.findMany());
});

app.post("/admin/berths", async (req, res) => { // silent: the role of the row is asked
  const person = await callerOf(req);
  if (!person.isAdmin) return res.sendStatus(403);
  await db.berth.update({ where: { id: req.body.id }, data: { length: req.body.length } });
  res.end();
});

app.delete("/admin/berths/:id", async (req, res) => { // expect: missing-role
  await callerOf(req);
  await db.berth.delete({ where: { id: req.params.id } });
  res.end();
});
