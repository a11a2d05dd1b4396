// What a branch compares refuses nobody: the address of a caller is no right.
import express from "express";
import jwt from "jsonwebtoken";
import { model, Schema } from "mongoose";

const Contact = model("Contact", new Schema({ phone: String, address: [String], category: [String] }));
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
  } catch {}
  next();
});

app.post("/orders", async (req, res) => {
  const { user } = req;
  const contact = await Contact.findOne({ phone: user.phone });
  if (!contact.category.includes("client") || (user.address && !contact.address.includes(user.address))) {
    await Contact.updateOne({ _id: contact._id }, { $set: { category: ["client"] } });
  }
  res.end();
});

app.post("/contacts", async (req, res) => {
  await Contact.create({ phone: req.body.phone, address: req.body.address }); // silent: where somebody lives
  res.end();
});
