/** A function that comes back only with who is calling, and ends in an error otherwise. */
import express from "express";
import Redis from "ioredis";
import { Pool } from "pg";

const app = express();
const redis = new Redis();
const pool = new Pool();

async function signedIn(token) {
  const id = await redis.get(token);
  if (id) return id;
  throw new Error("sign in first");
}

async function signedInByText(token) {
  if (typeof token === "string") {
    const id = await redis.get(`session:${token}`);
    if (id) return id;
  }
  throw new Error("sign in first");
}

/** A session here, a key there: whoever comes back is known. */
async function someone(req) {
  if (req.headers.authorization) {
    const id = await redis.get(req.headers.authorization);
    if (id) return id;
  }
  if (req.headers["x-api-key"] === process.env.API_KEY) return "machine";
  throw new Error("sign in first");
}

/** It tells what is asked for apart, and nothing of who asks. */
async function priceOf(kind) {
  if (kind === "small") return 5;
  if (kind === "large") return 9;
  throw new Error("no such kind");
}

const change = (id) => pool.query("UPDATE orders SET state = 'sent' WHERE id = $1", [id]);

app.post("/one", async (req, res) => {
  await signedIn(req.headers.token);
  res.json(await change(req.body.id));
});

app.post("/two", async (req, res) => {
  await signedInByText(req.headers.token);
  res.json(await change(req.body.id));
});

app.post("/three", async (req, res) => {
  await someone(req);
  res.json(await change(req.body.id));
});

app.post("/four", async (req, res) => { // expect: missing-authentication
  await priceOf(req.body.kind);
  res.json(await change(req.body.id));
});
