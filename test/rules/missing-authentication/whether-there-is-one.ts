import express, { type NextFunction, type Request, type Response } from "express";
import mongoose from "mongoose";

const Account = mongoose.model("Account", new mongoose.Schema({ email: String, role: String, passwordHash: String }));

const adminOnly = (req: Request, res: Response, next: NextFunction) =>
  req.session.user?.role === "admin" ? next() : res.sendStatus(403);

const isSetUp = async () => {
  const first = await Account.findOne({ role: "admin" });
  if (first !== null) {
    return true;
  }
  return false;
};

export const app = express();
app.get("/accounts", adminOnly, async (_req, res) => void res.json(await Account.find()));
app.get("/accounts/admin/exists", async (_req, res) => {
  const exists = await isSetUp();
  res.json({ exists }); // silent: the first visitor sets the service up; a yes or no is told, and nobody's data
});
app.get("/accounts/admin", async (_req, res) => { // expect: missing-authentication
  res.json({ admin: await Account.findOne({ role: "admin" }) });
});
