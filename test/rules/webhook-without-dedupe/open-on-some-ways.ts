// Middleware that lets some addresses pass without a key asks nothing of a provider, who signs what it sends.
// file: package.json
{ "dependencies": { "koa": "2", "koa-router": "12", "jose": "5", "nodemailer": "6", "postgres": "3", "stripe": "14", "uuid": "9" } }
// file: src/server.ts
import * as jose from "jose";
import Koa, { type Context, type Next } from "koa";
import Router from "koa-router";
import nodemailer from "nodemailer";
import postgres from "postgres";
import Stripe from "stripe";
import { validate } from "uuid";

const sql = postgres(process.env.DATABASE_URL!);
const stripe = new Stripe(process.env.STRIPE_KEY!);
const mailer = nodemailer.createTransport(process.env.SMTP_URL);
const open = [/^\/sign-in\/.+/, "/health", "/billing/stripe"];

async function whoCalls(ctx: Context, next: Next) {
  const isOpen = open.some((route) => (typeof route === "string" ? route === ctx.path : route.test(ctx.path)));
  const key = ctx.request?.headers?.authorization?.split(" ")[1] as string;
  if (isOpen && !key) {
    await next();
    return;
  } else if (validate(key)) {
    const [found] = await sql`select id, kind, team_id from keys where key = ${key}`;
    if (!found) ctx.throw(401, "No such key");
    ctx.state.teamId = found.teamId;
  } else {
    try {
      if (!key) throw new Error("No key");
      const { payload } = await jose.jwtVerify(key, new TextEncoder().encode(process.env.SESSION_KEY!));
      ctx.state.userId = payload.userId;
      const [user] = await sql`select * from users where id = ${ctx.state.userId}`;
      if (!user) ctx.throw(401, "This account is gone");
    } catch (error) {
      ctx.throw(401, "Sign in again");
    }
  }
  await next();
}

const app = new Koa();
app.use(whoCalls);

const billing = new Router({ prefix: "/billing" });
billing.post("/stripe", async (ctx: Context) => { // expect: webhook-without-dedupe
  const signature = ctx.request.headers["stripe-signature"];
  const event = await stripe.webhooks.constructEventAsync(ctx.request.rawBody, signature, process.env.STRIPE_SECRET!);
  if (event.type === "checkout.session.completed") {
    const session = event.data.object;
    const [team] = await sql`update teams set plan = 'pro' where id = ${session.client_reference_id} returning id, email`;
    await mailer.sendMail({ to: team.email, text: "Thank you" });
  }
  ctx.body = { received: true };
});
app.use(billing.routes());

// Rows that a customer keeps are called so as well: no provider sends them.
const hooks = new Router({ prefix: "/webhooks" });
hooks.post("/", async (ctx: Context) => {
  const [hook] = await sql`insert into hooks (team_id, url) values (${ctx.state.teamId}, ${ctx.request.body.url}) returning id`; // silent: it is asked for with a key
  ctx.body = hook;
});
app.use(hooks.routes());
app.listen(3000);
