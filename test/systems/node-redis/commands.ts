import express from "express";
import { createClient } from "redis";

const client = createClient({ url: process.env.REDIS_URL }).on("error", console.error);
await client.connect();
const app = express();

app.post("/things/:id", async (req, res) => {
  await client.hGetAll("thing"); // effect: read redis thing, read
  await client.hSet("thing", { name: req.body.name }); // effect: write redis thing, set
  const fresh = await client.set("seen", "1", { condition: "NX", expiration: { type: "EX", value: 60 } }); // effect: write redis seen, upsert
  await client.set("again", "1", { NX: true }); // effect: write redis again, upsert
  await client.zIncrBy("scores", 1, req.params.id); // effect: write redis scores, increment
  await client.json.set("doc", "$", req.body); // effect: write redis doc, set
  await client.unlink("thing"); // effect: write redis thing, delete
  res.json({ fresh });
});
