/** How loud a finding is: what harms nobody, or is asked for again, is a hint. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../harness/analyse.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const HEAD = `
import express from "express";
import rateLimit from "express-rate-limit";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";
const app = express();
const redis = new Redis();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);
`;

function severity(rule: string, code: string): string | undefined {
  const files = new Map([["src/app.ts", `${HEAD}${code}`]]);
  return analyse(files, NEWEST.load()).findings.find(({ finding }) => finding.ruleId.endsWith(`/${rule}`))?.finding
    .severity;
}

test("a customer is a warning, and a hint where its id was asked for, or its row is inserted first", () => {
  const make = `const made = await stripe.customers.create({ email: req.body.email });`;
  const route = (code: string) => `app.post("/members", async (req, res) => { ${code} res.end(); });`;
  assert.equal(severity("payment-without-key", route(make)), "warning");
  assert.equal(
    severity(
      "payment-without-key",
      route(
        `const team = await prisma.team.findUnique({ where: { id: req.body.team } }); if (!team.customerId) { ${make} }`,
      ),
    ),
    "hint",
  );
  assert.equal(
    severity("payment-without-key", route(`await prisma.team.create({ data: { name: req.body.name } }); ${make}`)),
    "hint",
  );
});

test("a refund of a part is an error, and of the whole charge a hint: the provider gives it back once", () => {
  const route = (more: string) =>
    `app.post("/refunds", async (req, res) => { await stripe.refunds.create({ charge: req.body.charge${more} }); res.end(); });`;
  assert.equal(severity("payment-without-key", route(", amount: 500")), "error");
  assert.equal(severity("payment-without-key", route("")), "hint");
});

test("a message is a warning, and a hint where people ask for it again on purpose, as often as they are let", () => {
  const send = (text = '"Hello"') => `await mailer.sendMail({ to: "a@b.c", text: ${text} });`;
  const route = (path: string, code: string) => `app.post("${path}", async (req, res) => { ${code} res.end(); });`;
  const limited = (path: string, code: string) =>
    `app.post("${path}", rateLimit({ max: 3 }), async (req, res) => { ${code} res.end(); });`;
  assert.equal(severity("message-sent-twice", `new Worker("mails", async (job) => { ${send()} });`), "warning");
  assert.equal(severity("message-sent-twice", route("/contact", send())), "warning");
  assert.equal(severity("message-sent-twice", route("/orders/:id/resend", send())), "warning");
  assert.equal(severity("message-sent-twice", limited("/orders/:id/resend", send())), "hint");
  const fresh = `const code = crypto.randomUUID(); ${send("`Your code: ${code}`")}`;
  assert.equal(severity("message-sent-twice", route("/doors/code", fresh)), "warning");
  assert.equal(severity("message-sent-twice", limited("/doors/code", fresh)), "hint");
  // Whoever is invited has not asked.
  assert.equal(severity("message-sent-twice", limited("/doors/invitations", fresh)), "warning");
});

test("a number that a job keeps in the cache is a hint, and a balance a warning", () => {
  const job = (key: string) => `new Worker("calls", async (job) => { await redis.incr("${key}"); });`;
  assert.equal(severity("consumer-without-dedupe", job("errors:seen")), "hint");
  assert.equal(severity("consumer-without-dedupe", job("balance:of:1")), "warning");
});

test("a left-over row of little worth ahead of a state is a hint, and an order a warning", () => {
  const route = (table: string) =>
    `app.post("/a/:id", async (req, res) => { await prisma.${table}.create({ data: { text: req.body.text } });
     await prisma.user.update({ where: { id: req.params.id }, data: { warned: true } }); res.end(); });`;
  assert.equal(severity("writes-without-transaction", route("linkToken")), "hint");
  assert.equal(severity("writes-without-transaction", route("order")), "warning");
});

test("what is counted is a warning, and a hint where nobody is harmed", () => {
  const route = (data: string) =>
    `app.post("/a/:id", async (req, res) => { await prisma.guest.update({ where: { id: req.params.id }, data: ${data} }); res.end(); });`;
  assert.equal(severity("unguarded-increment", route("{ noShows: { increment: 1 } }")), "warning");
  assert.equal(severity("unguarded-increment", route("{ loginAttempts: { increment: 1 } }")), "hint");
  assert.equal(severity("unguarded-create", route("{ tags: { push: req.body.tag } }")), "warning");
  // No unique key can refuse a line of a list.
  assert.equal(severity("unguarded-create", route("{ remarks: { push: { text: req.body.text } } }")), "warning");
});

test("a second row that notes a letter sent in between is a hint: no transaction holds both", () => {
  const route = (row: string) =>
    `app.post("/bookings", async (req, res) => { await prisma.booking.create({ data: { room: req.body.room } }); const sent = await mailer.sendMail({ to: req.body.to }); await prisma.letter.create({ data: ${row} }); res.end(); });`;
  assert.equal(severity("writes-without-transaction", route("{ mail: sent.messageId }")), "hint");
  assert.equal(severity("writes-without-transaction", route("{ room: req.body.room }")), "warning");
});

test("a token that is missing beside a new account is a hint: the next sign-in makes another", () => {
  const route = (table: string) =>
    `app.post("/a", async (req, res) => { await prisma.user.create({ data: { name: req.body.name } }); await prisma.${table}.create({ data: { name: req.body.name } }); res.end(); });`;
  assert.equal(severity("writes-without-transaction", route("refreshToken")), "hint");
  assert.equal(severity("writes-without-transaction", route("profile")), "warning");
});

test("a key that runs out soon is made anew, and the one row of its table is a hint in a GET", () => {
  const route = (until: string) =>
    `app.post("/keys", async (req, res) => { await prisma.apiKey.create({ data: { owner: req.body.owner, expiresAt: ${until} } }); res.end(); });`;
  assert.equal(severity("unguarded-create", route("new Date(Date.now() + 3600_000)")), "hint");
  assert.equal(severity("unguarded-create", route("req.body.until")), "warning");
  const get = (where: string, row: string) =>
    `app.get("/site/:id", async (req, res) => { const site = await prisma.site.findFirst(${where}); if (!site) await prisma.site.create({ data: ${row} }); res.end(); });`;
  assert.equal(severity("write-in-get", get("{}", `{ name: "Home" }`)), "hint");
  assert.equal(severity("write-in-get", get("{ where: { id: req.params.id } }", "{ id: req.params.id }")), "warning");
});

test("tries that are counted in a webhook are a hint, seats an error", () => {
  const hook = (column: string) =>
    `app.post("/webhooks/scan", async (req, res) => { await prisma.scan.update({ where: { id: req.body.id }, data: { ${column}: { increment: 1 } } }); res.end(); });`;
  assert.equal(severity("webhook-without-dedupe", hook("retryCount")), "hint");
  assert.equal(severity("webhook-without-dedupe", hook("seats")), "error");
});

test("who listens right now is told again, and keeps nothing: a hint, where an entry of a stream is a warning", () => {
  const hook = (tell: string) =>
    `app.post("/webhooks/scan", async (req, res) => { await prisma.member.update({ where: { id: req.body.id }, data: { name: "a" } }); ${tell} res.end(); });`;
  const live = `await redis.publish("members", req.body.id);`;
  assert.equal(severity("webhook-without-dedupe", hook(live)), "hint");
  assert.equal(severity("dual-write", hook(live)), "hint");
  assert.equal(
    severity("webhook-without-dedupe", hook(`await redis.xadd("members", "*", "id", req.body.id);`)),
    "warning",
  );
});

test("what a request tells who listens right now is a hint, an entry of a stream a warning", () => {
  const route = (tell: string) => `app.post("/boards/:id/ping", async (req, res) => { ${tell} res.end(); });`;
  assert.equal(severity("unguarded-create", route(`await redis.publish("boards", req.params.id);`)), "hint");
  assert.equal(severity("unguarded-create", route(`await redis.xadd("boards", "*", "id", req.params.id);`)), "warning");
});

test("a row without its parts is a warning, two rows of little worth are a hint", () => {
  const route = (part: string) =>
    `app.post("/trips", async (req, res) => { const trip = await prisma.trip.create({ data: { name: req.body.name } }); await prisma.leg.create({ data: ${part} }); res.end(); });`;
  assert.equal(severity("writes-without-transaction", route("{ trip: trip.id, to: req.body.to }")), "warning");
  assert.equal(severity("writes-without-transaction", route("{ to: req.body.to }")), "hint");
});

test("the id of a new row in a list is a hint, as the row is", () => {
  const code = `app.post("/a", async (req, res) => { const made = await prisma.note.create({ data: { text: req.body.text } }); await prisma.shelf.update({ where: { id: req.body.shelf }, data: { places: { push: made.id } } }); res.end(); });`;
  assert.equal(severity("unguarded-create", code), "hint");
});

test("who listens to events pays nothing for it", () => {
  const route = (table: string) =>
    `app.post("/a", async (req, res) => { await prisma.${table}.create({ data: { url: req.body.url } }); res.end(); });`;
  assert.equal(severity("unguarded-create", route("webhookSubscription")), "hint");
  assert.equal(severity("unguarded-create", route("subscription")), "warning");
});

test("a job is a hint, and a warning where its worker would send a letter again", () => {
  const route = `const letters = new Queue("letters"); app.post("/parcels/:id", async (req, res) => { await letters.add("lost", { id: req.params.id }); res.end(); });`;
  const worker = (code: string) => `new Worker("letters", async (job) => { ${code} });`;
  const send = `await mailer.sendMail({ to: job.data.id, text: "Lost" });`;
  assert.equal(severity("unguarded-create", `${route} ${worker(send)}`), "warning");
  // The second job has an id of its own.
  const known = "if (await prisma.letter.findUnique({ where: { jobId: job.id } })) return;";
  const marked = `${known} ${send} await prisma.letter.create({ data: { jobId: job.id } });`;
  assert.equal(severity("unguarded-create", `${route} ${worker(marked)}`), "warning");
  const count = `await prisma.parcel.create({ data: { of: job.data.id } });`;
  assert.equal(severity("unguarded-create", `${route} ${worker(count)}`), "hint");
});

test("a second step that a repeat of the request makes up for is a hint", () => {
  const route = (write: string) =>
    `const told = new Queue("told"); app.put("/members/:id", async (req, res) => { ${write} await told.add("changed", { id: req.params.id }); res.end(); });`;
  const set = `await prisma.member.update({ where: { id: req.params.id }, data: { name: req.body.name } });`;
  assert.equal(severity("dual-write", route(set)), "hint");
  const insert = `await prisma.member.create({ data: { name: req.body.name } });`;
  assert.equal(severity("dual-write", route(insert)), "warning");
});

test("rows that a job marks only behind the last of its calls are a warning", () => {
  const job = (inside: string, behind: string) =>
    `import cron from "node-cron"; cron.schedule("0 * * * *", async () => { const rows = await prisma.notice.findMany({ where: { printed: false } }); for (const row of rows) { await fetch("https://gazette.example.com/notices", { method: "POST", body: row.title }); ${inside} } ${behind} });`;
  const late = `await prisma.notice.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { printed: true } });`;
  const each = `await prisma.notice.update({ where: { id: row.id }, data: { printed: true } });`;
  assert.equal(severity("consumer-without-dedupe", job("", late)), "warning");
  assert.equal(severity("consumer-without-dedupe", job(each, "")), undefined);
});

test("a letter with a new code is a hint where whoever gets it has asked for it", () => {
  const guard = "app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));";
  const route = (where: string) =>
    `${guard} app.post("/members/:id/code", rateLimit({ max: 3 }), async (req, res) => { const member = await prisma.member.findUnique({ where: ${where} }); const code = crypto.randomUUID(); await mailer.sendMail({ to: member.email, text: code }); res.end(); });`;
  assert.equal(severity("message-sent-twice", route("{ id: req.user.id }")), "hint");
  assert.equal(severity("message-sent-twice", route("{ id: req.params.id }")), "warning");
});

test("a job that nobody here works on is a warning, and a hint where people ask for it again on purpose", () => {
  const route = (path: string) =>
    `const jobs = new Queue("jobs"); app.post("/parcels/:id/${path}", async (req, res) => { await jobs.add("weigh", { id: req.params.id }); res.end(); });`;
  assert.equal(severity("unguarded-create", route("weigh")), "warning");
  assert.equal(severity("unguarded-create", route("retry")), "hint");
});

test("a mail that tells of a failure is a hint, and so is a notice that may be missing", () => {
  const route = (code: string) => `app.post("/orders/:id/close", async (req, res) => { ${code} res.end(); });`;
  const work = `await prisma.order.update({ where: { id: req.params.id }, data: { open: false } });`;
  const mail = `await mailer.sendMail({ to: "ops@example.com", text: "It does not close" });`;
  assert.equal(severity("message-sent-twice", route(`${work} ${mail}`)), "warning");
  assert.equal(severity("message-sent-twice", route(`try { ${work} } catch { ${mail} }`)), "hint");
  const order = `const order = await prisma.order.create({ data: { total: req.body.total } });`;
  const part = (table: string) => `${order} await prisma.${table}.create({ data: { orderId: order.id } });`;
  assert.equal(severity("writes-without-transaction", route(part("orderLine"))), "warning");
  assert.equal(severity("writes-without-transaction", route(part("notificationAudience"))), "hint");
});

test("what is noted of a wallet is a hint, a row of a model that is called after its kind is told by the rest", () => {
  const route = (code: string) => `app.post("/things", async (req, res) => { ${code} res.end(); });`;
  const add = (table: string) => `await prisma.${table}.create({ data: { text: req.body.text } });`;
  assert.equal(severity("unguarded-create", route(add("walletEvent"))), "hint");
  assert.equal(severity("unguarded-create", route(add("userEntity"))), "warning");
  assert.equal(severity("unguarded-create", route(add("noteEntity"))), "hint");
});

test("what rings on a phone is a warning, what stands in a team's chat a hint", () => {
  const route = (method: string, code: string) =>
    `import { Expo } from "expo-server-sdk"; import { WebClient } from "@slack/web-api";
     const expo = new Expo(); const slack = new WebClient("");
     app.${method}("/shifts/:id/open", async (req, res) => { ${code} res.end(); });`;
  const push = `await expo.sendPushNotificationsAsync([{ to: req.params.id, body: "A shift is open" }]);`;
  assert.equal(severity("message-sent-twice", route("post", push)), "warning");
  const chat = `await slack.chat.postMessage({ channel: "shifts", text: "A shift is open" });`;
  assert.equal(severity("message-sent-twice", route("post", chat)), "hint");
});

test("a number to speak of it by, and the link of before, are no new code: nobody has asked for a second letter", () => {
  const route = (code: string, text: string) =>
    `app.post("/designs", rateLimit({ max: 3 }), async (req, res) => { ${code} await mailer.sendMail({ to: "shop@example.com", text: ${text} }); res.end(); });`;
  const number = "const number = `D-${Date.now()}-${crypto.randomUUID()}`;";
  assert.equal(severity("message-sent-twice", route(number, "`New design ${number}`")), "warning");
  const kept = `const row = await prisma.design.findUnique({ where: { id: req.body.id } }); const code = row.code ?? crypto.randomUUID();`;
  assert.equal(severity("message-sent-twice", route(kept, "`Your link: ${code}`")), "warning");
  assert.equal(severity("message-sent-twice", route("", "`Your link: ${crypto.randomUUID()}`")), "hint");
});

test("what people order or send by an address that says so is a warning, whatever the table is called", () => {
  const route = (path: string, table: string) =>
    `app.post("${path}", async (req, res) => { await prisma.${table}.create({ data: { text: req.body.text } }); res.end(); });`;
  assert.equal(severity("unguarded-create", route("/boats/:id/rent", "outing")), "warning");
  assert.equal(severity("unguarded-create", route("/boats/:id/photos", "outing")), "hint");
  assert.equal(severity("unguarded-create", route("/news/send-letters", "longTask")), "warning");
  assert.equal(severity("unguarded-create", route("/book", "book")), "hint");
});

test("a row that says how it was paid is a warning, and so is an order in another language", () => {
  const route = (table: string, row: string) =>
    `app.post("/a", async (req, res) => { await prisma.${table}.create({ data: ${row} }); res.end(); });`;
  assert.equal(
    severity("unguarded-create", route("renewal", "{ who: req.body.who, amountPaid: req.body.paid }")),
    "warning",
  );
  assert.equal(severity("unguarded-create", route("renewal", "{ who: req.body.who, note: req.body.note }")), "hint");
  assert.equal(severity("unguarded-create", route("pedido", "{ mesa: req.body.mesa }")), "warning");
  assert.equal(severity("unguarded-create", route("producto", "{ nombre: req.body.nombre }")), "hint");
});

test("a limit that lets many through stops no double click", () => {
  const route = (limit: string) =>
    `app.post("/pass/forgot", ${limit}, async (req, res) => { await mailer.sendMail({ to: req.body.to, text: crypto.randomUUID() }); res.end(); });`;
  assert.equal(severity("message-sent-twice", route("rateLimit({ max: 100 })")), "warning");
  const limited = `const letters = new Queue("letters");
    app.post("/pass/forgot", async (req, res) => { await letters.add("pass", { to: req.body.to }); res.end(); });
    new Worker("letters", async (job) => { await mailer.sendMail({ to: job.data.to, text: crypto.randomUUID() }); });`;
  assert.equal(severity("unguarded-create", limited), "warning");
});

test("a second row is a hint, and a warning where others are told of it", () => {
  const route = (table: string, more = "") =>
    `app.post("/notes", async (req, res) => { const row = await prisma.${table}.create({ data: { text: req.body.text } }); ${more} res.end(); });`;
  assert.equal(severity("unguarded-create", route("note")), "hint");
  const told = (url: string) => `await fetch("${url}", { method: "POST", body: JSON.stringify({ note: row.id }) });`;
  assert.equal(severity("unguarded-create", route("note", told("https://notes.example.com/publish"))), "warning");
  const asked = `await fetch("https://words.example.com/check", { method: "POST", body: JSON.stringify({ text: req.body.text }) });`;
  assert.equal(severity("unguarded-create", route("note", asked)), "hint");
  const queue = `const prints = new Queue("prints");`;
  const job = (name: string) => `await prints.add("${name}", { id: row.id }, { jobId: row.id });`;
  assert.equal(severity("unguarded-create", queue + route("note", job("print"))), "warning");
  assert.equal(severity("unguarded-create", queue + route("note", job("search-index"))), "hint");
});

test("what is made at another service is a warning, and a hint where people try it out", () => {
  const route = (path: string) =>
    `import { Svix } from "svix"; const svix = new Svix(process.env.SVIX_KEY!);
     app.post("${path}", async (req, res) => { await svix.endpoint.create(req.body.app, { url: req.body.url }); res.end(); });`;
  assert.equal(severity("unguarded-create", route("/listeners")), "warning");
  assert.equal(severity("unguarded-create", route("/listeners/test")), "hint");
});
