import express from "express";
import FormData from "form-data";
import Mailgun from "mailgun.js";

const client = new Mailgun(FormData).client({ username: "api", key: process.env.MAILGUN_KEY! });
const app = express();

app.post("/mail", async (req, res) => {
  await client.messages.create("example.com", { to: [req.body.email] }); // effect: call mailgun, send
  res.end();
});
