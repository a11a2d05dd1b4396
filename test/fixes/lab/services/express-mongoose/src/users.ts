import { Router } from "express";
import { User } from "./models.ts";

export const users = Router();

users.post("/users", async (req, res) => {
  const { email, role } = req.body;
  const user = await User.create({ email, role });
  res.status(201).json({ email: user.email, role: user.role });
});
