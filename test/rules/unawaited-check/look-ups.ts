// A look-up that nobody waits for is a promise, whether there is such a row or not.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Account = mongoose.model("Account", new mongoose.Schema({ blocked: Boolean }));
const Page = mongoose.model("Page", new mongoose.Schema({ title: String }));

const signedIn = async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.KEY);
  const account = Account.findOne({ _id: claims.id, blocked: false }); // expect: unawaited-check
  if (!account) throw new Error("blocked");
  req.user = claims;
  next();
};
const signedInForReal = async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.KEY);
  const account = await Account.findOne({ _id: claims.id, blocked: false });
  if (!account) throw new Error("blocked"); // silent: awaited
  req.user = claims;
  next();
};
async function notify(userId) {
  try {
    const account = await Account.findOne({ _id: userId });
    if (!account) throw new Error("nobody to tell");
    await fetch("https://push.example.com", { method: "POST", body: account.id });
  } catch (error) {
    console.error(error);
  }
}

const app = express();
app.get("/pages/:id", signedIn, async (req, res) => {
  const page = Page.findById(req.params.id);
  if (!page) return res.sendStatus(404); // silent: a mistake, but no check of who may
  res.json(await page);
});
app.put("/pages/:id", signedInForReal, async (req, res) => {
  notify(req.user.id); // silent: it catches its own refusal
  res.json(await Page.findByIdAndUpdate(req.params.id, { title: req.body.title }));
});
app.listen(3000);
