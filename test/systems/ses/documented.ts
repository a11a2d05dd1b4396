// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/sesv2/ · https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/ses/
import { SES } from "@aws-sdk/client-ses";
import { DeleteSuppressedDestinationCommand, SendEmailCommand as V2, SESv2Client } from "@aws-sdk/client-sesv2";
import express from "express";

const v2 = new SESv2Client({});
const old = new SES({});
const app = express();

app.post("/orders/:id", async (req, res) => {
  await v2.send(new V2({ Destination: { ToAddresses: [req.body.to] }, Content: {} })); // effect: call ses, send
  await old.sendTemplatedEmail({ Source: "a@b.c", Destination: {}, Template: "hi", TemplateData: "{}" }); // effect: call ses, send
  await old.listIdentities({}); // effect: read ses
  await v2.send(new DeleteSuppressedDestinationCommand({ EmailAddress: req.body.to })); // effect: write ses, delete
  res.end();
});
