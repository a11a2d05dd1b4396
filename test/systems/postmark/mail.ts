import express from "express";
import * as postmark from "postmark";

const client = new postmark.ServerClient(process.env.POSTMARK_TOKEN!);
const app = express();

app.post("/mail", async (req, res) => {
  await client.sendEmail({ To: req.body.email }); // effect: call postmark, send
  res.end();
});
