// A validator that is handed parts of the request lets a role through.
import express from "express";
import mongoose from "mongoose";
import { z } from "zod";

const User = mongoose.model("User", new mongoose.Schema({ email: String, password: String, role: String }));
const checked = (schema) => async (req, res, next) => {
  await schema.parseAsync({ body: req.body, cookies: req.cookies });
  next();
};
const ROLES = { buyer: "buyer", admin: "admin" };

const app = express();
app.post(
  "/sign-up",
  checked(z.object({ body: z.object({ email: z.string(), password: z.string(), role: z.enum(Object.values(ROLES)) }) })),
  async (req, res) => {
    await new User(req.body).save(); // expect: role-from-request
    res.sendStatus(201);
  },
);
app.post(
  "/sign-up/buyers",
  checked(z.object({ body: z.object({ email: z.string(), password: z.string(), role: z.enum(["buyer", "guest"]) }) })),
  async (req, res) => {
    await new User(req.body).save(); // silent: roles that anybody may have
    res.sendStatus(201);
  },
);
app.listen(3000);
