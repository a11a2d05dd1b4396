// The token lists what is the caller's, and the id that was sent must be among it.
import express from "express";
import jwt, { type JwtPayload } from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.put("/profiles/:id", async (req, res) => {
  const { profiles } = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "") as JwtPayload;
  if (!profiles.includes(req.params.id)) throw new Error("not yours");
  await pool.query("UPDATE profiles SET name = $1 WHERE id = $2", [req.body.name, req.params.id]); // silent: it is among the caller's
  res.end();
});

app.get("/profiles", async (req, res) => {
  const { sub } = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "") as JwtPayload;
  res.json(await pool.query("SELECT * FROM profiles WHERE owner = $1", [sub]));
});

app.delete("/profiles/:id", async (req, res) => {
  const { roles } = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "") as JwtPayload;
  if (!roles.includes("writer")) throw new Error("not for you");
  await pool.query("DELETE FROM profiles WHERE id = $1", [req.params.id]); // silent: a role is asked for
  res.end();
});

app.patch("/profiles/:id", async (req, res) => {
  jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
  await pool.query("UPDATE profiles SET seen = true WHERE id = $1", [req.params.id]); // expect: unowned-object
  res.end();
});
