import express from "express";
import { createDecoder } from "fast-jwt";
import jws from "jws";
import { jwtDecode } from "jwt-decode";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const decode = createDecoder();

app.delete("/me/jwt-decode", async (req, res) => {
  const user = jwtDecode(req.headers.authorization!); // expect: unverified-token
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]); // effect: write postgres users, delete, safe
  res.end();
});
app.delete("/me/fast-jwt", async (req, res) => {
  const user = decode(req.cookies.token); // expect: unverified-token
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]); // effect: write postgres users, delete, safe
  res.end();
});
app.delete("/me/jws", async (req, res) => {
  const { payload } = jws.decode(req.cookies.token)!; // expect: unverified-token
  await pool.query("DELETE FROM users WHERE id = $1", [payload.sub]); // effect: write postgres users, delete, safe
  res.end();
});
app.get("/name", async (req, res) => {
  res.json({ name: jwtDecode(req.query.token as string) }); // silent: shown only
});
