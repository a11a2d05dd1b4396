// A code goes to the account's own address, and whoever sends it back is let in; a name that is compared lets nobody in.
const express = require("express");
const { randomInt } = require("node:crypto");
const mongoose = require("mongoose");
const nodemailer = require("nodemailer");

const Account = mongoose.model("Account", new mongoose.Schema({ email: String, nick: String, password: String, otp: String, verified: Boolean }));
const mailer = nodemailer.createTransport(process.env.SMTP_URL);
const app = express();
app.use(express.json());

app.post("/accounts/:accountId/again", async (req, res) => { // silent: a fresh code goes to the account's own address
  const account = await Account.findOne({ _id: req.params.accountId });
  if (!account) return res.sendStatus(404);
  account.otp = String(randomInt(999999));
  await account.save();
  await mailer.sendMail({ to: account.email, text: account.otp });
  res.end();
});
app.post("/accounts/check", async (req, res) => { // silent: the code that was mailed is asked for
  const account = await Account.findOne({ email: req.body.email });
  if (!account) return res.sendStatus(404);
  if (!(account.otp && account.otp === req.body.otp)) return res.sendStatus(400);
  account.verified = true;
  await account.save();
  res.end();
});
app.post("/accounts/switch", async (req, res) => { // expect: missing-authentication
  const account = await Account.findOne({ email: req.body.email });
  if (!account) return res.sendStatus(404);
  if (account.nick !== req.body.nick) return res.sendStatus(400);
  account.verified = true;
  await account.save();
  res.end();
});
app.post("/accounts/:accountId/elsewhere", async (req, res) => { // expect: missing-authentication
  const account = await Account.findOne({ _id: req.params.accountId });
  if (!account) return res.sendStatus(404);
  account.otp = String(randomInt(999999));
  await account.save();
  await mailer.sendMail({ to: req.body.email, text: account.otp });
  res.end();
});
app.post("/accounts/:accountId/deactivate", async (req, res) => { // expect: missing-authentication
  const account = await Account.findOne({ _id: req.params.accountId });
  await Account.updateOne({ _id: account._id }, { verified: false, otp: String(randomInt(999999)) });
  await mailer.sendMail({ to: account.email, text: "bye" });
  res.end();
});
app.put("/accounts/:accountId", async (req, res) => { // expect: missing-authentication
  const account = await Account.findOne({ _id: req.params.accountId });
  if (account.versionHash !== req.body.versionHash) return res.sendStatus(409);
  await Account.updateOne({ _id: req.params.accountId }, { nick: req.body.nick });
  res.end();
});
app.put("/me", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
  res.json(await Account.updateOne({ _id: req.user.id }, { nick: req.body.nick }));
});
app.listen(3000);
