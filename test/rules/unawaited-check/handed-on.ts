// file: src/signature.ts
import { createHmac } from "node:crypto";

export async function isGenuine(body, given) {
  return createHmac("sha256", process.env.HOOK_KEY).update(body).digest("hex") === given;
}

// file: src/hook.ts
import { PrismaClient } from "@prisma/client";
import { isGenuine } from "./signature";

const prisma = new PrismaClient();

export async function estimate(req, res) {
  if (!isGenuine(req.body, req.get("x-signature"))) { // expect: unawaited-check
    res.sendStatus(401);
    return;
  }
  res.json(await prisma.estimate.create({ data: { cents: req.body.cents } }));
}

export async function quote(req, res) {
  if (!(await isGenuine(req.body, req.get("x-signature")))) { // silent: awaited
    res.sendStatus(401);
    return;
  }
  res.json(await prisma.quote.create({ data: { cents: req.body.cents } }));
}

// file: src/app.ts
import express from "express";
import { estimate, quote } from "./hook";

const app = express();
app.post("/hooks/estimates", (req, res, next) => estimate(req, res).catch(next));
app.post("/hooks/quotes", async (req, res, next) => {
  try {
    await quote(req, res);
  } catch (error) {
    next(error);
  }
});
