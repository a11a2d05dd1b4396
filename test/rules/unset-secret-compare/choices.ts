// Which of several things is meant: no secret is compared.
import express from "express";
import jwt from "jsonwebtoken";
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

// An address says who it is, and is shown in a token that was signed.
app.post("/accounts", async (req, res) => {
  const told = jwt.verify(String(req.headers["x-invitation"]), process.env.KEY as string) as { mail: string };
  const isVerified = told.mail === process.env.ADMIN_EMAIL; // silent: who it is, and no secret
  if (isVerified) await pool.query("UPDATE accounts SET verified = true WHERE mail = $1", [req.body.mail]);
  res.sendStatus(204);
});
