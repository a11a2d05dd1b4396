import bcrypt from "bcryptjs";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const app = express();
const Admin = mongoose.model("Admin", new mongoose.Schema({ email: String, password: String }));
const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, role: String, companyId: String }));
const Company = mongoose.model("Company", new mongoose.Schema({ name: String }));

app.post("/register-admin", async (req, res) => { // expect: missing-authentication
  const admin = await Admin.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10) });
  res.json({ token: jwt.sign({ id: admin._id }, process.env.JWT_SECRET!) });
});
app.post("/auth/sign-up-support", async (req, res) => { // expect: missing-authentication
  await User.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10), role: "admin" });
  res.sendStatus(201);
});

app.post("/setup", async (req, res) => { // silent: the first one sets the service up
  if ((await Admin.countDocuments()) > 0) return res.sendStatus(403);
  await Admin.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10) });
  res.sendStatus(201);
});
app.post("/companies", async (req, res) => { // silent: whoever founds a company is its administrator
  const company = await Company.create({ name: req.body.name });
  await User.create({
    email: req.body.email,
    password: await bcrypt.hash(req.body.password, 10),
    role: "admin",
    companyId: company._id,
  });
  res.sendStatus(201);
});
app.post("/register", async (req, res) => { // silent: visitors sign up
  await User.create({ email: req.body.email, password: await bcrypt.hash(req.body.password, 10), role: "user" });
  res.sendStatus(201);
});
app.delete("/users/:id", async (req, res) => {
  if (jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!).role !== "admin") return res.sendStatus(403);
  await User.deleteOne({ _id: req.params.id });
  res.end();
});
