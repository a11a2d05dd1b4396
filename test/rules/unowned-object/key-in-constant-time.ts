// The key that is shown is compared with that of the row it found, in a database whose address stands in the settings.
import { createHash, timingSafeEqual } from "node:crypto";
import express from "express";
import knex from "knex";

const db = knex({ client: "pg", connection: process.env.DATABASE_URL });
const app = express();

async function byKey(req: any, res: express.Response, next: express.NextFunction) {
  const key = req.headers.authorization ?? "";
  const found = await db("keys").where({ selector: key.slice(0, 8) }).first();
  const digest = createHash("sha256").update(key).digest();
  if (!found || !timingSafeEqual(digest, Buffer.from(found.digest))) return res.sendStatus(401);
  req.user = { id: found.user_id };
  next();
}

app.post("/lenses", byKey, async (req: any, res) => {
  await db("lenses").insert({ name: req.body.name, user_id: req.user.id });
  res.sendStatus(201);
});
app.delete("/lenses/:id", byKey, async (req: any, res) => {
  await db("lenses").where({ id: req.params.id }).delete(); // expect: unowned-object
  res.sendStatus(204);
});

function byKeyOfService(req: any, res: express.Response, next: express.NextFunction) {
  const key = createHash("sha256").update(req.headers.authorization ?? "").digest();
  const own = createHash("sha256").update(process.env.SERVICE_KEY ?? "").digest();
  if (!timingSafeEqual(key, own)) return res.sendStatus(401);
  next();
}
app.delete("/shelf/lenses/:id", byKeyOfService, async (req, res) => { // silent: a program with the service's own key
  await db("lenses").where({ id: req.params.id }).delete();
  res.sendStatus(204);
});
