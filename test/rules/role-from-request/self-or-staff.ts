import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, name: String, role: String }));
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

// Oneself or an administrator: whoever changes their own account chooses its role.
app.put("/users/:id", async (req, res) => {
  if (req.user.id !== req.params.id && req.user.role !== "admin") return res.sendStatus(403);
  const { name, role } = req.body;
  await User.findByIdAndUpdate(req.params.id, { name, role }); // expect: role-from-request
  res.end();
});

app.put("/users/:id/profile", async (req, res) => {
  if (req.user.id !== req.params.id && req.user.role !== "admin") return res.sendStatus(403);
  const changes: Record<string, unknown> = { name: req.body.name };
  if (req.user.role === "admin") changes.role = req.body.role;
  await User.findByIdAndUpdate(req.params.id, changes); // silent: the role for administrators alone
  res.end();
});

app.put("/users/:id/role", async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await User.findByIdAndUpdate(req.params.id, { role: req.body.role }); // silent: administrators set roles
  res.end();
});
