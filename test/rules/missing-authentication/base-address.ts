// Below which prefix a router stands, middleware is told by `req.baseUrl`.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const bills = express.Router();

bills.use((req, res, next) => {
  if (!req.baseUrl.split("/").includes("mine")) return next();
  try {
    jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
  } catch {
    return res.status(401).end();
  }
  next();
});

bills.delete("/:id", async (req, res) => { // expect: missing-authentication
  // ~ Anyone can call DELETE /all/bills/:id
  await pool.query("DELETE FROM bills WHERE id = $1", [req.params.id]);
  res.end();
});

app.use("/mine/bills", bills);
app.use("/all/bills", bills);
