// What a function gives it gives also where it is called like a class.
import express from "express";
import nodemailer from "nodemailer";

const transport = new nodemailer.createTransport({ host: "smtp.harbour.example" });
const app = express();
app.post("/invitations", async (req, res) => {
  await transport.sendMail({ to: req.body.email, text: "Come aboard" }); // effect: call smtp, send
  res.sendStatus(204);
});
