import express from "express";
import jwt from "jsonwebtoken";
import pg from "pg";

const pool = new pg.Pool();
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
});

const EDITABLE = ["name", "email", "role"];
app.patch("/me", async (req, res) => {
  const fields = EDITABLE.filter((field) => req.body[field] !== undefined);
  const set = fields.map((field, index) => `${field} = $${index + 2}`).join(", ");
  await pool.query(`UPDATE users SET ${set} WHERE id = $1`, [req.user.id, ...fields.map((field) => req.body[field])]); // expect: role-from-request
  res.end();
});

const HARMLESS = ["name", "email"];
app.patch("/me/contact", async (req, res) => {
  const fields = HARMLESS.filter((field) => req.body[field] !== undefined);
  const set = fields.map((field, index) => `${field} = $${index + 2}`).join(", ");
  await pool.query(`UPDATE users SET ${set} WHERE id = $1`, [req.user.id, ...fields.map((field) => req.body[field])]); // silent: name and e-mail
  res.end();
});

app.patch("/me/pieces", async (req, res) => {
  const { name, role } = req.body;
  const sets: string[] = [];
  const values: unknown[] = [];
  if (name) {
    sets.push("name = ?");
    values.push(name);
  }
  if (role) {
    sets.push("role = ?");
    values.push(role);
  }
  values.push(req.user.id);
  await pool.query(`UPDATE users SET ${sets.join(", ")} WHERE id = ?`, values); // expect: role-from-request
  res.end();
});

app.patch("/me/object", async (req, res) => {
  const { name, email, city, phone, role } = req.body;
  const changes: Record<string, unknown> = {};
  if (name) changes.name = name;
  if (email) changes.email = email;
  if (city) changes.city = city;
  if (phone) changes.phone = phone;
  if (role) changes.role = role;
  await pool.query("UPDATE users SET name = $1, role = $2 WHERE id = $3", [changes.name, changes.role, req.user.id]); // expect: role-from-request
  res.end();
});
