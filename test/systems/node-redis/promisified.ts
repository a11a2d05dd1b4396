// http://bluebirdjs.com/docs/api/promise.promisifyall.html
import bluebird from "bluebird";
import express from "express";
import redis from "redis";

bluebird.promisifyAll(redis);
const client = redis.createClient();

const app = express();
app.get("/tide", async (_req, res) => {
  res.json(await client.getAsync("tide")); // effect: read redis tide, read, safe
});
