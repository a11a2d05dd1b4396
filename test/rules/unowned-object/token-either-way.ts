// What a token gives is the caller's, however it was sent; what names a thing is not, in whatever header it stands.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const db = new PrismaClient();

async function callerOf(req: express.Request) {
  const token = req.query.token ?? req.cookies.session_token;
  const pass = await db.pass.findFirst({ where: { token } });
  if (!pass) throw new Error("Who are you?");
  return pass.personId;
}

app.post("/boats/name", async (req, res) => { // silent: the boat is the caller's
  const ownerId = await callerOf(req);
  await db.boat.updateMany({ where: { id: req.body.boat, ownerId }, data: { name: req.body.name } });
  res.end();
});

app.post("/boats/sell", async (req, res) => {
  await callerOf(req);
  const id = req.query.boat ?? req.headers["x-boat"];
  await db.boat.update({ where: { id }, data: { sold: true } }); // expect: unowned-object
  res.end();
});

app.post("/boats/paint", async (req, res) => {
  await callerOf(req);
  await db.boat.update({ where: { id: req.body.boat }, data: { colour: "red" } }); // expect: unowned-object
  res.end();
});
