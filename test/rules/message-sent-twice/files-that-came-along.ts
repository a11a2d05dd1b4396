// A file that came with the request is no work that lay there: the next request brings it again.
import { readFileSync, unlinkSync, writeFileSync } from "node:fs";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});
app.use(express.json());

app.post("/customers/:id/letters", async (req, res) => {
  writeFileSync("/tmp/letter.pdf", req.body.letter);
  const letter = readFileSync("/tmp/letter.pdf");
  await mailer.sendMail({ to: req.body.to, text: "Your letter", attachments: [{ content: letter }] }); // expect: message-sent-twice
  unlinkSync("/tmp/letter.pdf");
  res.end();
});
app.listen(3000);
