// Which of several things is meant: no secret is compared.
import express from "express";
import pg from "pg";

const app = express();
const pool = new pg.Pool();
app.use(express.json());

app.post("/plans", async (req, res) => {
  const { priceId, account } = req.body;
  if (priceId === process.env.PRICE_STANDARD) { // silent: a price, and another one below
    await pool.query("UPDATE accounts SET plan = 'standard' WHERE id = $1", [account]);
  } else if (priceId === process.env.PRICE_PRO) {
    await pool.query("UPDATE accounts SET plan = 'pro' WHERE id = $1", [account]);
  }
  res.sendStatus(204);
});

app.post("/renewals", async (req, res) => {
  const key = req.headers["x-job-key"];
  if (key !== process.env.JOB_KEY && key !== process.env.OLD_JOB_KEY) return res.sendStatus(401); // expect: unset-secret-compare
  await pool.query("UPDATE subscriptions SET renewed = true");
  res.sendStatus(204);
});
