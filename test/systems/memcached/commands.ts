import express from "express";
import memjs from "memjs";

const cache = memjs.Client.create();
const app = express();

app.post("/things/:id", async (req, res) => {
  await cache.set("thing", "1", { expires: 60 }); // effect: write memcached thing, set
  await cache.add("seen", "1", {}); // effect: write memcached seen, upsert
  await cache.increment("hits", 1); // effect: write memcached hits, increment
  res.json(await cache.get("thing")); // effect: read memcached thing, read
});
