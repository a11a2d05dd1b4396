// file: src/app.ts
import express from "express";
import { createHmac, timingSafeEqual } from "node:crypto";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use("/hooks", express.raw({ type: "*/*" }));

function isGenuine(raw, signature) {
  const digest = createHmac("sha256", process.env.HOOK_SECRET).update(raw).digest();
  const given = Buffer.from(signature ?? "", "hex");
  return given.length === digest.length && timingSafeEqual(given, digest);
}

app.post("/hooks/delivered", async (req, res) => { // expect: unverified-webhook
  const genuine = isGenuine(req.body, req.header("x-signature"));
  console.info("delivered", { genuine });
  const event = JSON.parse(req.body.toString());
  await pool.query("UPDATE parcels SET state = 'delivered' WHERE id = $1", [event.id]);
  res.end();
});
app.post("/hooks/lost", async (req, res) => { // silent: it is refused
  if (!isGenuine(req.body, req.header("x-signature"))) return res.status(401).end();
  const event = JSON.parse(req.body.toString());
  await pool.query("UPDATE parcels SET state = 'lost' WHERE id = $1", [event.id]);
  res.end();
});
