// One limit ahead of the whole service lets through as many calls as its pages make: it limits no letters.
import express from "express";
import rateLimit from "express-rate-limit";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});
app.use(express.json(), rateLimit({ windowMs: 60_000, limit: 300 }));

const code = () => Math.floor(Math.random() * 900000 + 100000);
app.post("/auth/forgot-password", async (req, res) => {
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code()}` }); // expect: message-sent-twice
  // ~ however soon
  res.end();
});
app.post("/auth/forgot-pin", rateLimit({ windowMs: 3_600_000, limit: 3 }), async (req, res) => {
  await mailer.sendMail({ to: req.body.email, text: `Your code: ${code()}` }); // silent: a limit of its own
  res.end();
});
app.get("/a", (req, res) => res.end());
app.get("/b", (req, res) => res.end());
app.get("/c", (req, res) => res.end());
app.get("/d", (req, res) => res.end());
app.get("/e", (req, res) => res.end());
app.get("/f", (req, res) => res.end());
app.get("/g", (req, res) => res.end());
app.get("/h", (req, res) => res.end());
app.get("/i", (req, res) => res.end());
app.listen(3000);
