import express from "express";
import { Pool } from "pg";
import postgres from "postgres";

const pool = new Pool();
const sql = postgres(process.env.DATABASE_URL!);
const app = express();

app.get("/users", async (req, res) => {
  res.json(await pool.query(`SELECT id FROM users WHERE email = '${req.query.email}'`)); // expect: injection
  //             ^^^^^^^^^^ puts "email" of the request into the text of a SQL statement
});
app.get("/sorted", async (req, res) => {
  res.json(await find(req.query.sort));
});
app.get("/users/parameter", async (req, res) => {
  res.json(await pool.query("SELECT id FROM users WHERE email = $1", [req.query.email])); // silent: a parameter
});
app.get("/users/tagged", async (req, res) => {
  res.json(await sql`SELECT id FROM users WHERE email = ${req.query.email}`); // silent: the tag hands it over apart
});
app.get("/users/number", async (req, res) => {
  res.json(await pool.query(`SELECT id FROM users LIMIT ${Number(req.query.limit)}`)); // silent: a number
});
app.get("/users/chosen", async (req, res) => {
  const column = req.query.sort === "name" ? "name" : "created_at";
  res.json(await pool.query(`SELECT id FROM users ORDER BY ${column}`)); // silent: one of two
});
app.get("/users/checked", async (req, res) => {
  if (!["name", "email"].includes(req.query.sort)) return res.sendStatus(400);
  res.json(await pool.query(`SELECT id FROM users ORDER BY ${req.query.sort}`)); // silent: compared with a list
});

async function find(sort: unknown) {
  return pool.query("SELECT id FROM users ORDER BY " + sort); // expect: injection
}
