// Rows that are found by a keyed hash of what anybody sends are signed by nobody; a signature that is compared is.
import crypto from "node:crypto";
import express from "express";
import { PrismaClient } from "@prisma/client";

const db = new PrismaClient();
const app = express();
const KEY = process.env.INDEX_KEY as string;

const indexOf = (text: string) => crypto.createHmac("sha256", KEY).update(text).digest("hex");

app.delete("/purses", async (req, res) => { // expect: missing-authentication
  const purse = await db.purse.findUnique({ where: { addressIndex: indexOf(req.body.address) } });
  if (!purse) return res.status(404).end();
  await db.purse.delete({ where: { id: purse.id } });
  res.end();
});

app.post("/purses/told", express.text(), async (req, res) => {
  const signed = crypto.createHmac("sha256", KEY).update(req.body).digest("hex");
  if (signed !== req.headers["x-signature"]) return res.status(401).end();
  await db.purse.deleteMany({ where: { address: JSON.parse(req.body).address } }); // silent: its sender signs
  res.end();
});

app.listen(3000);
