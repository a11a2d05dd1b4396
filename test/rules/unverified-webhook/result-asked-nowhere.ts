// The signature is worked out and compared, and nobody asks what came of it; that its header has parts says nothing.
import { createHmac } from "node:crypto";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.text({ type: "*/*" }));

function partsOf(header: string) {
  const parts = header.split(",");
  const time = parts.find((part) => part.startsWith("t="))?.split("=")[1];
  const signatures = parts.filter((part) => part.startsWith("v1=")).map((part) => part.split("=")[1]);
  if (!time || signatures.some((one) => !one)) throw new Error("Malformed signature");
  return { time, signatures };
}
function isSigned(header: string | undefined, text: string) {
  if (!header) return false;
  const { time, signatures } = partsOf(header);
  const expected = createHmac("sha256", process.env.SIGNING_SECRET!).update(`${time}.${text}`).digest("hex");
  return signatures.includes(expected);
}

app.post("/webhooks/harbour", async (req, res) => { // expect: unverified-webhook
  const isFromHarbour = isSigned(req.headers["harbour-signature"] as string, req.body);
  console.log(isFromHarbour);
  await pool.query("UPDATE ships SET moored = true WHERE id = $1", [JSON.parse(req.body).ship]);
  res.sendStatus(200);
});
app.post("/webhooks/lighthouse", async (req, res) => { // silent: who did not sign is sent away
  if (!isSigned(req.headers["lighthouse-signature"] as string, req.body)) return res.sendStatus(401);
  await pool.query("UPDATE ships SET seen = true WHERE id = $1", [JSON.parse(req.body).ship]);
  res.sendStatus(200);
});
app.post("/webhooks/pilot", async (req, res) => { // silent: nobody knows what is asked there
  verifyPilot(req.headers["pilot-signature"], req.body);
  await pool.query("UPDATE ships SET piloted = true WHERE id = $1", [JSON.parse(req.body).ship]);
  res.sendStatus(200);
});
app.listen(3000);
