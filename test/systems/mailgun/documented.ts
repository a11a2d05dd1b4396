// https://github.com/mailgun/mailgun.js#messages · https://www.npmjs.com/package/mailgun-js
import formData from "form-data";
import mailgun from "mailgun-js";
import Mailgun from "mailgun.js";
import express from "express";

const mg = new Mailgun(formData).client({ username: "api", key: "key" });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await mailgun({ apiKey: "key", domain: "b.c" }).messages().send({ to: req.body.to, text: "Hi" }); // effect: call mailgun, send
  await mg.messages.create("b.c", { to: [req.body.to], text: "Hi" }); // effect: call mailgun, send
  res.end();
});
