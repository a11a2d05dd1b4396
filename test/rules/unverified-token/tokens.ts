import express from "express";
import jwt from "jsonwebtoken";
import { decodeJwt } from "jose";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/me", async (req, res) => {
  const user = jwt.decode(req.headers.authorization!); // expect: unverified-token
  await pool.query("DELETE FROM users WHERE id = $1", [user!.sub]);
  res.end();
});
app.delete("/me/jose", async (req, res) => {
  const user = decodeJwt(req.cookies.token); // expect: unverified-token
  if (!user.sub) return res.sendStatus(401);
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]);
  res.end();
});
app.delete("/me/verified", async (req, res) => {
  const user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!); // silent: verified
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]);
  res.end();
});
app.delete("/me/both", async (req, res) => {
  const { header } = jwt.decode(req.headers.authorization!, { complete: true })!;
  const user = jwt.verify(req.headers.authorization!, keyOf(header.kid)); // silent: decoded to find the key
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]);
  res.end();
});
app.get("/name", async (req, res) => {
  res.json({ name: jwt.decode(req.query.token as string) }); // silent: shown only
});

function keyOf(id: string) {
  return process.env[`KEY_${id}`]!;
}
