import express from "express";
import Redis from "ioredis";

const redis = new Redis(process.env.REDIS_URL!);
const app = express();

app.post("/things/:id", async (req, res) => {
  await redis.get("thing"); // effect: read redis thing, read
  await redis.set("thing", req.body.name, "EX", 60); // effect: write redis thing, set
  const fresh = await redis.set("seen", "1", "EX", 60, "NX"); // effect: write redis seen, upsert
  await redis.setnx("lock", "1"); // effect: write redis lock, upsert
  await redis.incr("hits"); // effect: write redis hits, increment
  await redis.lpush("list", req.body.name); // effect: write redis list, append
  await redis.del("thing"); // effect: write redis thing, delete
  await redis.multi().incr("a").expire("a", 60).exec(); // effect: write redis a, increment // effect: write redis a, set
  await redis.publish("news", req.body.name); // effect: publish redis news, publish
  await redis.rpop("list"); // effect: write redis list, call
  redis.on("error", console.error);
  res.json({ fresh });
});
