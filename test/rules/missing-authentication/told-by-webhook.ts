// file: package.json
{ "name": "lab", "dependencies": { "express": "4", "@slack/webhook": "7", "pg": "8" } }
// file: service.ts
// Middleware that looks for the caller lets visitors pass, and tells the team where it fails. Handlers ask for themselves.
import { IncomingWebhook } from "@slack/webhook";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const team = new IncomingWebhook(process.env.TEAM_WEBHOOK!);
const app = express();

app.use(async (req: any, res, next) => {
  try {
    const found = await pool.query("SELECT * FROM users WHERE token = $1", [req.headers.authorization]);
    req.user = found.rows[0];
    next();
  } catch {
    await team.send({ text: `It went wrong: ${JSON.stringify(req.body)}` });
    res.sendStatus(500);
  }
});

app.put("/labels/:id", async (req: any, res) => { // silent: what is sent tells of a failure
  if (!req.user) return res.sendStatus(401);
  await pool.query("UPDATE labels SET name = $1 WHERE id = $2 AND owner_id = $3", [req.body.name, req.params.id, req.user.id]);
  res.json({});
});
app.post("/notes", async (req, res) => { // expect: missing-authentication
  await team.send({ text: req.body.text });
  res.json({});
});
app.listen(3000);
