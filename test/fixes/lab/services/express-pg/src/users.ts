import { Router } from "express";
import { pool } from "./db.ts";

export const users = Router();

users.post("/users", async (req, res) => {
  const { email, role } = req.body;
  const created = await pool.query("INSERT INTO users (email, role) VALUES ($1, $2) RETURNING email, role", [
    email,
    role ?? "customer",
  ]);
  res.status(201).json(created.rows[0]);
});
