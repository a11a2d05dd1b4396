import express from "express";
import rateLimit from "express-rate-limit";
import { Pool } from "pg";
import { RateLimiterMemory } from "rate-limiter-flexible";

const pool = new Pool();
const limiter = new RateLimiterMemory({ points: 5, duration: 1 });
const app = express();
app.use(rateLimit({ windowMs: 1000, limit: 5 })); // guard: rateLimit rateLimit(…)

app.delete("/a/:id", async (req, res) => {
  await limiter.consume(req.ip!); // guard: rateLimit limiter.consume
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});
