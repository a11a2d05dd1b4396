import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import express from "express";

const ses = new SESClient({});
const app = express();

app.post("/mail", async (req, res) => {
  await ses.send(new SendEmailCommand({ Source: "a@b.c", Destination: { ToAddresses: [req.body.email] }, Message: {} })); // effect: call ses, send
  res.end();
});
