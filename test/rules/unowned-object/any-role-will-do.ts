// That a token has some role is no check of one, and a list with everybody's role lets everybody in.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Employee = mongoose.model("employee", new mongoose.Schema({ name: String, email: String, password: String }));
const Payroll = mongoose.model("payroll", new mongoose.Schema({ employee_id: String, salary: Number }));
const app = express();

function verify(token) {
  const decoded = jwt.verify(token, process.env.JWT_SECRET!);
  if (!decoded.id || !decoded.role) throw new Error("invalid token");
  return decoded;
}

const auth =
  (...roles: string[]) =>
  (req, res, next) => {
    try {
      req.user = verify(req.headers.authorization);
      if (roles.length && !roles.includes(req.user.role)) throw new Error("forbidden");
      next();
    } catch (error) {
      next(error);
    }
  };

app.patch("/employees/:id/email", auth("admin", "user"), async (req, res) => {
  res.json(await Employee.findByIdAndUpdate(req.params.id, { email: req.body.email })); // expect: unowned-object
});

app.patch("/payrolls/:id", auth("admin", "user"), async (req, res) => {
  res.json(await Payroll.findByIdAndUpdate(req.params.id, { salary: req.body.salary })); // expect: unowned-object
});

app.patch("/employees/:id/name", auth("admin"), async (req, res) => { // silent: for administrators
  res.json(await Employee.findByIdAndUpdate(req.params.id, { name: req.body.name }));
});
