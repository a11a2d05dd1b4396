// A chief passes at once; others are asked for one of the roles that the route lists.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, kind: String, role: String }));
const signedIn = async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.KEY);
  const user = await User.findById(claims.id);
  if (!user) return res.status(401).json({});
  req.user = user;
  next();
};
const asks = (roles) => (req, res, next) => {
  if (!req.user) return res.status(401).json({});
  if (req.user.kind === "chief" || req.user.role === "chief") return next();
  if (!roles.includes(req.user.kind) && !roles.includes(req.user.role)) return res.status(403).json({});
  next();
};
const asksKind = (roles) => (req, res, next) => {
  if (req.user.kind === "chief") return next();
  if (!roles.includes(req.user.kind)) return res.status(403).json({});
  next();
};
// Its list is only noted.
const notes = (roles) => (req, res, next) => {
  if (!req.user) return res.status(401).json({});
  if (req.user.kind === "chief") return next();
  req.mayAlso = roles.includes(req.user.kind);
  next();
};

const app = express();
app.get("/admin/users", signedIn, asks(["admin"]), async (req, res) => {
  res.json(await User.find()); // silent: a role is asked for
});
app.delete("/admin/users/:id", signedIn, asks(["admin"]), async (req, res) => {
  res.json(await User.deleteOne({ _id: req.params.id })); // silent: a role is asked for
});
app.put("/admin/users/:id/block", signedIn, asksKind(["admin"]), async (req, res) => {
  res.json(await User.findByIdAndUpdate(req.params.id, { blocked: true })); // silent: a role is asked for
});
app.put("/admin/users/:id/note", signedIn, notes(["admin"]), async (req, res) => { // expect: missing-role
  res.json(await User.findByIdAndUpdate(req.params.id, { note: req.body.note })); // expect: unowned-object
});
app.listen(3000);
