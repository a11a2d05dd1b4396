/**
 * The sample service really runs, and its weaknesses are real: each is shown by its damage, next to the twin that is
 * done well.
 */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./shopfront/scripts/embedded-postgres.ts";
import { type SmtpDouble, startSmtpDouble } from "./shopfront/scripts/smtp-double.ts";
import { type StripeDouble, signedEvent, startStripeDouble } from "./shopfront/scripts/stripe-double.ts";

const folder = fileURLToPath(new URL("./shopfront/", import.meta.url));
const webhookSecret = "double-webhook-secret";

let postgres: EmbeddedPostgres;
let stripe: StripeDouble;
let smtp: SmtpDouble;
let service: ChildProcess;
let environment: NodeJS.ProcessEnv;
let base = "";

before(async () => {
  [postgres, stripe, smtp] = await Promise.all([startEmbeddedPostgres(), startStripeDouble(), startSmtpDouble()]);
  environment = {
    ...process.env,
    PORT: "0",
    DATABASE_URL: postgres.url,
    STRIPE_API_URL: stripe.url,
    STRIPE_SECRET_KEY: "double",
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    SMTP_URL: smtp.url,
    REDIS_URL: "",
    JWT_SECRET: "",
  };
  service = spawn(process.execPath, ["--import", "./scripts/local-services.ts", "src/server.ts"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  base = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (address) resolve(address[0]);
    };
    service.stdout?.on("data", read);
    service.stderr?.on("data", read);
    service.on("exit", () => reject(new Error(`the service ended:\n${output}`)));
  });
});

after(async () => {
  service?.kill();
  await Promise.all([stripe?.stop(), smtp?.stop(), postgres?.stop()]);
});

async function call(
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...options.headers,
    },
    body:
      options.body === undefined
        ? undefined
        : typeof options.body === "string"
          ? options.body
          : JSON.stringify(options.body),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : undefined;
  return { status: response.status, text, json };
}

async function signUp(email: string, extra: object = {}) {
  const { status, json } = await call("POST", "/api/auth/sign-up", {
    body: { email, password: "correct horse", name: email.split("@")[0], ...extra },
  });
  assert.equal(status, 201);
  return json as { user: { id: number; role: string }; token: string };
}

async function rows(query: string, parameters: unknown[] = []) {
  return (await postgres.db.query<Record<string, unknown>>(query, parameters)).rows;
}

async function eventually(what: string, holds: () => boolean | Promise<boolean>) {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.fail(`never: ${what}`);
}

async function orderOf(token: string) {
  const { status, json } = await call("POST", "/api/checkout", { token, body: { productId: 1, quantity: 2 } });
  assert.equal(status, 201);
  return json as { orderId: number; clientSecret: string };
}

async function deliver(id: string, orderId: number) {
  const [order] = await rows("SELECT payment_intent, total_cents FROM orders WHERE id = $1", [orderId]);
  const event = {
    id,
    object: "event",
    type: "payment_intent.succeeded",
    data: { object: { id: order?.payment_intent, amount_received: order?.total_cents } },
  };
  const { body, headers } = signedEvent(event, webhookSecret);
  return await call("POST", "/webhooks/stripe", { body, headers });
}

test("the happy path: sign up, log in, look, buy, pay, receipt", async () => {
  const { user } = await signUp("ada@example.com");
  assert.equal(user.role, "customer");
  const login = await call("POST", "/api/auth/login", {
    body: { email: "ada@example.com", password: "correct horse" },
  });
  assert.equal(login.status, 200);
  const token = login.json.token;
  assert.equal(
    (await call("POST", "/api/auth/login", { body: { email: "ada@example.com", password: "no" } })).status,
    401,
  );

  const products = await call("GET", "/api/products");
  assert.deepEqual(
    products.json.map((product: { sku: string }) => product.sku),
    ["mug", "tee", "tote"],
  );
  await call("PUT", "/api/cart/items/1", { token, body: { quantity: 2 } });
  assert.deepEqual((await call("GET", "/api/cart", { token })).json, [{ product_id: 1, quantity: 2 }]);

  const { orderId, clientSecret } = await orderOf(token);
  assert.match(clientSecret, /^pi_double\d+_secret$/);
  assert.equal((await call("POST", "/api/checkout", { token, body: { productId: 1, quantity: 0 } })).status, 400);
  assert.equal((await deliver("evt_happy", orderId)).status, 200);
  await eventually("a receipt was sent", () =>
    smtp.mails.some((mail) => mail.subject === `Receipt for order ${orderId}`),
  );
  const own = await call("GET", "/api/orders", { token });
  assert.deepEqual(own.json, [{ id: orderId, product_id: 1, quantity: 2, total_cents: 2400, status: "paid" }]);
  assert.match((await call("GET", `/api/orders/${orderId}/invoice`, { token })).text, /24\.00 EUR, paid/);
  assert.equal((await call("GET", "/api/orders")).status, 401);
});

test("checkout sent twice orders and charges twice; paying an open order again does not", async () => {
  const { token, user } = await signUp("twice@example.com");
  const charges = stripe.created("/v1/payment_intents").length;
  const first = await orderOf(token);
  await orderOf(token);
  assert.equal(stripe.created("/v1/payment_intents").length, charges + 2);
  assert.equal((await rows("SELECT 1 FROM orders WHERE user_id = $1", [user.id])).length, 2);

  const before = stripe.created("/v1/payment_intents").length;
  await call("POST", `/api/orders/${first.orderId}/pay`, { token });
  await call("POST", `/api/orders/${first.orderId}/pay`, { token });
  assert.equal(stripe.created("/v1/payment_intents").length, before + 1);
});

test("buyers at the same time sell the same stock twice", async () => {
  const { token } = await signUp("stock@example.com");
  const [before] = await rows("SELECT stock FROM products WHERE id = 2");
  await Promise.all([1, 2, 3].map(() => call("POST", "/api/checkout", { token, body: { productId: 2, quantity: 1 } })));
  const [now] = await rows("SELECT stock FROM products WHERE id = 2");
  assert.ok(Number(now?.stock) > Number(before?.stock) - 3, "one of the sales was lost");
});

test("a payment webhook delivered twice fulfils twice; a shipping webhook does not", async () => {
  const { token, user } = await signUp("hooks@example.com");
  const { orderId } = await orderOf(token);
  await deliver("evt_again", orderId);
  await deliver("evt_again", orderId);
  assert.equal((await rows("SELECT 1 FROM payments WHERE order_id = $1", [orderId])).length, 2);
  assert.deepEqual(await rows("SELECT points FROM users WHERE id = $1", [user.id]), [{ points: 48 }]);
  await eventually(
    "two receipts",
    () => smtp.mails.filter((mail) => mail.subject === `Receipt for order ${orderId}`).length === 2,
  );
  await eventually(
    "the shipment",
    async () => (await rows("SELECT 1 FROM shipments WHERE order_id = $1", [orderId])).length === 1,
  );

  assert.equal(
    (await call("POST", "/webhooks/stripe", { body: "{}", headers: { "stripe-signature": "t=1,v1=00" } })).status,
    400,
  );

  const body = JSON.stringify({ id: "parcel-1", orderId, state: "sent" });
  const signature = createHmac("sha256", "parcel-hook-signing-secret-2024").update(body).digest("hex");
  await call("POST", "/webhooks/shipping", { body, headers: { "x-parcel-signature": signature } });
  const again = await call("POST", "/webhooks/shipping", { body, headers: { "x-parcel-signature": signature } });
  assert.deepEqual(again.json, { received: true, duplicate: true });
  assert.equal((await rows("SELECT 1 FROM shipment_events WHERE order_id = $1", [orderId])).length, 1);
  assert.equal(
    (await call("POST", "/webhooks/shipping", { body, headers: { "x-parcel-signature": "00" } })).status,
    400,
  );
});

test("a receipt whose mail server breaks off is sent again; a shipment is made once", async () => {
  const { token } = await signUp("retry@example.com");
  const { orderId } = await orderOf(token);
  smtp.breakNext(1);
  await deliver("evt_retry", orderId);
  await eventually(
    "the mail went out twice",
    () => smtp.mails.filter((mail) => mail.subject === `Receipt for order ${orderId}`).length === 2,
  );
  await eventually(
    "one receipt row",
    async () => (await rows("SELECT 1 FROM receipts WHERE order_id = $1", [orderId])).length === 1,
  );
});

test("two sign-ups at once make two accounts of one address", async () => {
  await Promise.all([signUp("double@example.com"), signUp("double@example.com")]);
  assert.equal((await rows("SELECT 1 FROM users WHERE email = 'double@example.com'")).length, 2);
});

test("whoever asks for the role at sign-up is an admin; the profile page does not take one", async () => {
  const { user, token } = await signUp("mallory@example.com", { role: "admin" });
  assert.equal(user.role, "admin");
  assert.equal((await call("GET", "/back-office/revenue", { token })).status, 200);

  const eve = await signUp("eve@example.com");
  const renamed = await call("PATCH", "/api/auth/me", { token: eve.token, body: { name: "Eve", role: "admin" } });
  assert.equal(renamed.json.role, "customer");
});

test("admin routes take any user, or anybody; the back office asks for the role", async () => {
  const { token, user } = await signUp("bob@example.com");
  assert.equal((await call("GET", "/admin/users")).status, 401);
  assert.equal((await call("GET", "/admin/users", { token })).status, 200);
  assert.equal(
    (await call("PATCH", `/admin/users/${user.id}/role`, { token, body: { role: "admin" } })).json.role,
    "admin",
  );
  assert.equal((await call("GET", "/back-office/revenue", { token })).status, 403);
  assert.equal((await call("GET", "/back-office/revenue")).status, 401);

  const victim = await signUp("victim@example.com");
  assert.equal((await call("DELETE", `/internal/users/${victim.user.id}`)).status, 204);
  assert.equal((await rows("SELECT 1 FROM users WHERE id = $1", [victim.user.id])).length, 0);

  const { orderId } = await orderOf(token);
  const refunds = stripe.created("/v1/refunds").length;
  for (const _ of [1, 2]) await call("POST", "/admin/refunds", { token, body: { orderId, amount: 2400 } });
  assert.equal(stripe.created("/v1/refunds").length, refunds + 2);
});

test("an order is shown to whoever knows its number; its invoice is not", async () => {
  const owner = await signUp("owner@example.com");
  const other = await signUp("other@example.com");
  const { orderId } = await orderOf(owner.token);
  assert.equal((await call("GET", `/api/orders/${orderId}`, { token: other.token })).status, 200);
  assert.equal((await call("GET", `/api/orders/${orderId}/invoice`, { token: other.token })).status, 404);
});

test("a cart item posted twice counts twice, put twice it does not", async () => {
  const { token } = await signUp("cart@example.com");
  for (const _ of [1, 2]) await call("POST", "/api/cart/items", { token, body: { productId: 3, quantity: 1 } });
  assert.deepEqual((await call("GET", "/api/cart", { token })).json, [{ product_id: 3, quantity: 2 }]);
  for (const _ of [1, 2]) await call("PUT", "/api/cart/items/3", { token, body: { quantity: 5 } });
  assert.deepEqual((await call("GET", "/api/cart", { token })).json, [{ product_id: 3, quantity: 5 }]);
  await call("DELETE", "/api/cart/items/3", { token });
  assert.deepEqual((await call("GET", "/api/cart", { token })).json, []);
});

test("a gift card is made once per Idempotency-Key", async () => {
  const { token } = await signUp("gifts@example.com", { role: "admin" });
  const headers = { "Idempotency-Key": "gift-1" };
  const first = await call("POST", "/api/gift-cards", { token, headers, body: { cents: 1000 } });
  const again = await call("POST", "/api/gift-cards", { token, headers, body: { cents: 1000 } });
  assert.equal(first.status, 201);
  assert.deepEqual(again.json, first.json);
  assert.equal((await call("POST", "/api/gift-cards", { token, headers, body: { cents: 9 } })).status, 422);
  assert.equal((await rows("SELECT 1 FROM gift_cards")).length, 1);
  assert.equal((await call("GET", `/api/gift-cards/${first.json.code}`, { token })).json.cents, 1000);
});

test("a plan change sent twice is invoiced twice, a renewal that breaks off is charged again", async () => {
  const { token, user } = await signUp("plans@example.com");
  assert.equal((await call("POST", "/api/subscription", { token, body: { plan: "starter" } })).status, 201);
  const items = stripe.created("/v1/invoiceitems").length;
  await Promise.all([1, 2].map(() => call("POST", "/api/subscription/change", { token, body: { plan: "team" } })));
  assert.equal(stripe.created("/v1/invoiceitems").length, items + 2);

  await postgres.db.query("UPDATE subscriptions SET renews_at = now() - interval '1 day' WHERE user_id = $1", [
    user.id,
  ]);
  const charged = stripe.created("/v1/payment_intents").length;
  smtp.breakNext(1);
  assert.notEqual(await renew(), 0);
  assert.equal(await renew(), 0);
  assert.equal(stripe.created("/v1/payment_intents").length, charged + 2, "one month, two charges");

  for (const _ of [1, 2])
    assert.equal((await call("POST", "/api/subscription/cancel", { token })).json.status, "canceled");
});

/** Runs the renewal script and gives its exit code. */
function renew() {
  return new Promise<number | null>((resolve) => {
    spawn(process.execPath, ["src/jobs/run-renewals.ts"], { cwd: folder, env: environment, stdio: "ignore" }).on(
      "exit",
      resolve,
    );
  });
}
