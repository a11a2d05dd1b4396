// Forms for visitors, told by what they do: a token that is spent, a letter to the team. Middleware that asks which host is
// called, and nothing of the caller, leaves nothing unknown.
import express from "express";
import Redis from "ioredis";
import jwt from "jsonwebtoken";
import knexOf from "knex";
import nodemailer from "nodemailer";

const knex = knexOf({ client: "pg", connection: process.env.DATABASE });
const mail = nodemailer.createTransport({ host: process.env.MAIL_HOST });
const redis = new Redis();
const app = express();
const kept = ["links", "new-secret", "other-secret", "abuse", "letters"];

function login(req, res, next) {
  try {
    req.user = jwt.verify(String(req.headers.authorization), process.env.SECRET ?? "");
  } catch {
    return res.status(401).end();
  }
  next();
}

async function byHost(address: string) {
  if (process.env.REDIS && address) {
    const cached = await redis.get(`domain:${address}`);
    if (cached) return JSON.parse(cached);
  }
  const domain = await knex("domains").where({ address }).first();
  if (process.env.REDIS && domain) await redis.set(`domain:${address}`, JSON.stringify(domain));
  return domain;
}

const attempt =
  (run) =>
  (...given) =>
    Promise.resolve(run(...given)).catch(given.at(-1));

// Who calls is asked nothing.
async function home(req, res, next) {
  const host = req.headers.host.replace("www.", "");
  if (host === process.env.DOMAIN) {
    next();
    return;
  }
  const [, first] = req.path.split("/");
  if (req.path === "/" || kept.includes(first)) {
    const domain = await byHost(host);
    if (domain?.homepage) {
      res.redirect(302, domain.homepage);
      return;
    }
  }
  next();
}
app.use(attempt(home));

async function update(match, change) {
  const query = knex("users");
  for (const [key, value] of Object.entries(match)) query.andWhere(key, value);
  const user = await query.select("id").first();
  if (!user) return undefined;
  await knex("users").where("id", user.id).update({ ...change, changed: new Date() });
  return user;
}

app.get("/links", login, async (req, res) => {
  res.json(await knex("links").where({ user_id: req.user.id }));
});
app.delete("/links/:id", login, async (req, res) => {
  await knex("links").where({ id: req.params.id, user_id: req.user.id }).delete();
  res.end();
});
// expect: missing-authentication
app.post("/links", async (req, res) => {
  await knex("links").insert({ target: req.body.target });
  res.end();
});

// silent: the token that was sent is the credential, and is gone then
app.post("/new-secret", async (req, res) => {
  const user = await update(
    { secret_token: req.body.secret_token },
    { secret_token: null, note: req.body.note },
  );
  if (!user) return res.status(404).end();
  res.end();
});
// What is found by the address alone is anybody's.
// expect: missing-authentication
app.post("/other-secret", async (req, res) => {
  const user = await update({ address: req.body.address }, { secret_token: null, note: req.body.note });
  if (!user) return res.status(404).end();
  res.end();
});

// silent: the team hears of it
app.post("/abuse", async (req, res) => {
  await mail.sendMail({ from: "post@shop.example", to: process.env.TEAM_MAIL, subject: "Abuse", text: req.body.link });
  res.end();
});
// Anybody sends letters to anybody.
// expect: missing-authentication
app.post("/letters", async (req, res) => {
  await mail.sendMail({ from: "post@shop.example", to: req.body.to, subject: "Hello", text: req.body.text });
  res.end();
});
app.listen(3000);
