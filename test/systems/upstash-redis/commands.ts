import { Redis } from "@upstash/redis";
import express from "express";

const redis = Redis.fromEnv();
const app = express();

app.post("/things/:id", async (req, res) => {
  const fresh = await redis.set("seen", "1", { nx: true, ex: 60 }); // effect: write redis seen, upsert
  await redis.incr("hits"); // effect: write redis hits, increment
  await redis.hset("thing", { name: req.body.name }); // effect: write redis thing, set
  res.json({ fresh, hits: await redis.get("hits") }); // effect: read redis hits, read
});
