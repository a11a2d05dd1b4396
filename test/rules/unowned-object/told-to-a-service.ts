// Who uses the service is told to a package of a company that counts visitors. Nothing comes of its answer.

// file: package.json
{ "name": "harbour", "dependencies": { "express": "5", "jsonwebtoken": "9", "@prisma/client": "6", "visit-counter": "2" } }
// file: prisma/schema.prisma
model Berth {
  id        Int    @id
  marinaId  Int
  name      String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import { Counter } from "visit-counter";
import { checkRights } from "harbour-rights";

const prisma = new PrismaClient();
const app = express();
let counter: Counter | undefined;

function counterOf() {
  if (!counter) {
    counter = new Counter({ clientId: process.env.COUNTER_ID });
    counter.setGlobals({ env: "production" });
  }
  return counter;
}

async function countVisits(props) {
  const visits = counterOf();
  if (props.agent) visits.api.addHeader("user-agent", props.agent);
  if (props.id) await visits.identify({ profile: props.id, email: props.email });
  return { track: (name) => visits.track(name) };
}

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});
app.use(async (req, res, next) => {
  await next();
  if (!req.finalized) return;
  const visits = await countVisits({ id: `key_${req.user.id}`, agent: req.headers["user-agent"], email: req.user.email });
  await visits.track("seen");
});

app.get("/berths", async (req, res) => {
  res.json(await prisma.berth.findMany({ where: { marinaId: req.user.marinaId } }));
});
app.get("/berths/:id", async (req, res) => {
  res.json(await prisma.berth.findFirst({ where: { id: Number(req.params.id), marinaId: req.user.marinaId } }));
});
app.put("/berths/:id", async (req, res) => {
  await prisma.berth.update({ where: { id: Number(req.params.id) }, data: { name: String(req.body.name) } }); // expect: unowned-object
  res.sendStatus(204);
});
app.delete("/berths/:id", async (req, res) => {
  await checkRights(req.headers["x-api-key"], req.params.id);
  await prisma.berth.delete({ where: { id: Number(req.params.id) } }); // silent: the package may throw
  res.sendStatus(204);
});
app.patch("/berths/:id", async (req, res) => {
  if (!(await counterOf().has(req.headers["x-api-key"], req.params.id))) return res.sendStatus(404);
  await prisma.berth.update({ where: { id: Number(req.params.id) }, data: { name: String(req.body.name) } }); // silent: its answer is asked
  res.sendStatus(204);
});
