import express from "express";
import { z } from "zod";

const settings = z
  .object({ SWEEP_KEY: z.string().optional(), CLOSE_KEY: z.string().min(16) })
  .parse(process.env);

const app = express();

app.post("/jobs/sweep", (req, res) => {
  if (req.headers.authorization !== `Bearer ${settings.SWEEP_KEY}`) return res.sendStatus(401); // expect: unset-secret-compare
  res.sendStatus(204);
});

app.post("/jobs/close", (req, res) => {
  if (req.headers.authorization !== `Bearer ${settings.CLOSE_KEY}`) return res.sendStatus(401); // silent: the schema asks for it
  res.sendStatus(204);
});

app.post("/jobs/sweep-again", (req, res) => {
  if (!settings.SWEEP_KEY || req.headers.authorization !== `Bearer ${settings.SWEEP_KEY}`) return res.sendStatus(401); // silent: asked
  res.sendStatus(204);
});

app.post("/jobs/roll", (req, res) => {
  if (req.get("x-roll") !== (process.env.ROLL_KEY || "")) return res.sendStatus(401); // expect: unset-secret-compare
  res.sendStatus(204);
});
