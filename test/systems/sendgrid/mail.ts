import sendgrid from "@sendgrid/mail";
import express from "express";

sendgrid.setApiKey(process.env.SENDGRID_KEY!);
const app = express();

app.post("/mail", async (req, res) => {
  await sendgrid.send({ to: req.body.email, from: "a@b.c", subject: "Hi", text: "Hi" }); // effect: call sendgrid, send
  res.end();
});
