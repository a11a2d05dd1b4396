import bcrypt from "bcrypt";
import express from "express";
import session from "express-session";
import mongoose from "mongoose";
import nodemailer from "nodemailer";

const Person = mongoose.model("Person", new mongoose.Schema({ mail: String, passwordHash: String, plan: String }));
const mailer = nodemailer.createTransport({ host: "mail" });
const app = express();
app.use(express.json(), session({ secret: process.env["SECRET"] as string }));

/** The session keeps what was typed at the login: asking it again makes no login of this. */
async function signedIn(req) {
  const person = await Person.findById(req.session.person);
  return person && (await bcrypt.compare(req.session.password, person.passwordHash)) ? person : undefined;
}

app.post("/plan/resume", async (req, res) => {
  const person = await signedIn(req);
  if (!person) return res.sendStatus(401);
  await Person.updateOne({ _id: person._id }, { plan: "active" });
  await mailer.sendMail({ to: person.mail, subject: "Resumed", text: "Your plan goes on" }); // expect: message-sent-twice
  res.end();
});
