/**
 * What goes wrong in a service, told through its own HTTP interface: each scenario does the harm, says what harm was
 * done, and what the service answers when nothing goes wrong.
 */

import { createHmac } from "node:crypto";
import { addGuard } from "../../../src/engine/fixes/guards/add-guard.ts";
import { roleFromServer } from "../../../src/engine/fixes/guards/role-from-server.ts";
import { scopeToOwner } from "../../../src/engine/fixes/guards/scope-to-owner.ts";
import { dedupeEvent } from "../../../src/engine/fixes/idempotent/dedupe-event.ts";
import { idempotencyKey } from "../../../src/engine/fixes/idempotent/idempotency-key.ts";
import { idempotentHandler } from "../../../src/engine/fixes/idempotent/idempotent-handler.ts";
import { atomicChange } from "../../../src/engine/fixes/statements/atomic-change.ts";
import { transactionAround } from "../../../src/engine/fixes/transactions/transaction-around.ts";
import { verifyWebhook } from "../../../src/engine/fixes/webhooks/verify-webhook.ts";
import type { Fix } from "../../../src/engine/index.ts";
import type { EntryPoint } from "../../../src/engine/model/entry-point.ts";
import type { ServiceModel } from "../../../src/engine/model/service-model.ts";
import { type StripeDouble, signedEvent } from "../../apps/shopfront/scripts/stripe-double.ts";
import type { Running } from "./running-service.ts";

export const webhookSecret = "lab-webhook-secret";

export type Counted = "orders" | "payments" | "receipts" | "users" | "favourites" | "reviews";

/** What the test sees of a store, whatever it is. */
export interface Probe {
  /** An admin with id 1, a customer with id 2, orders 1 and 2 of the customer. */
  seed(): Promise<void>;
  count(what: Counted): Promise<number>;
  points(user: number): Promise<number>;
  roleOf(email: string): Promise<string>;
  /** Of an order. */
  statusOf(order: number): Promise<string>;
  close?(): Promise<void>;
}

export interface Stage {
  readonly service: Running;
  readonly probe: Probe;
  readonly stripe: StripeDouble;
  /** Variables that were set for this run only: what checklists of fixes ask for. */
  readonly set: Readonly<Record<string, string>>;
  /** Starts the service once more without a variable, and gives what it wrote as it ended; undefined where it runs. */
  startWithout(variable: string): Promise<string | undefined>;
}

export interface Scenario {
  readonly name: string;
  /** Label of the entry point it is about; of a secret, which has none, the file it stands in. */
  readonly entry: string;
  /** Variables that a person sets as the checklist of the fix says, ahead of the second run. */
  readonly set?: Readonly<Record<string, string>>;
  fix(model: ServiceModel, entryPoint: EntryPoint): Fix | undefined;
  /** The rule that reports it: before the fix, and not after it. */
  readonly rule?: string;
  /** Answers when nothing goes wrong; the same before and after the fix. */
  happy(stage: Stage): Promise<unknown>;
  /** Does the harm, and says in words what was done; undefined where none was. */
  harm(stage: Stage): Promise<string | undefined>;
  /** Further promises of the fixed service; throws where one is broken. */
  promises?(stage: Stage): Promise<void>;
}

const admin = { "x-user": "1" };
const customer = { "x-user": "2" };

export const scenarios: readonly Scenario[] = [
  {
    name: "an open order is paid by a double click",
    rule: "idempotency/payment-without-key",
    entry: "POST /orders/:id/pay",
    fix: (model, entryPoint) => idempotencyKey({ model, entryPoint, effect: effectOf(entryPoint, "stripe") })[0],
    happy: ({ service }) => service.call("POST", "/orders/2/pay", { headers: customer }),
    async harm({ service, stripe }) {
      await Promise.all([1, 2].map(() => service.call("POST", "/orders/1/pay", { headers: customer })));
      return more(stripe.created("/v1/payment_intents").length, "charges");
    },
  },
  {
    name: "a payment without any row is sent again",
    rule: "idempotency/payment-without-key",
    entry: "POST /donations",
    fix: (model, entryPoint) => idempotencyKey({ model, entryPoint, effect: effectOf(entryPoint, "stripe") })[0],
    happy: ({ service }) => service.call("POST", "/donations", { headers: customer, body: { cents: 700 } }),
    async harm({ service, stripe }) {
      const headers = { ...customer, "idempotency-key": "donation-1" };
      for (const _ of [1, 2]) await service.call("POST", "/donations", { headers, body: { cents: 700 } });
      return more(stripe.created("/v1/payment_intents").length, "charges");
    },
  },
  {
    name: "an order is created by a double click, and again by a retry",
    rule: "idempotency/unguarded-create",
    entry: "POST /orders",
    fix: (model, entryPoint) => idempotentHandler({ model, entryPoint }),
    happy: ({ service }) =>
      service.call("POST", "/orders", { headers: { ...customer, "idempotency-key": "happy" }, body: { cents: 900 } }),
    async harm({ service, probe }) {
      const order = () =>
        service.call("POST", "/orders", {
          headers: { ...customer, "idempotency-key": "order-1" },
          body: { cents: 500 },
        });
      const before = await probe.count("orders");
      await Promise.all([order(), order()]);
      await order();
      return more((await probe.count("orders")) - before, "orders");
    },
    async promises({ service, probe }) {
      const order = (key: string, cents: number, who = customer) =>
        service.call("POST", "/orders", {
          headers: { ...who, ...(key ? { "idempotency-key": key } : {}) },
          body: { cents },
        });
      const first = await order("promise", 100);
      const before = await probe.count("orders");
      same(await order("promise", 100), first, "a retry has the first answer");
      same((await order("promise", 101)).status, 422, "another request with the key");
      same((await order("", 100)).status, 400, "no key");
      same(await probe.count("orders"), before, "orders after retries");
      const [one, two] = await Promise.all([order("at once", 100), order("at once", 100)]);
      same(
        [one, two].map(({ status }) => (status === 409 ? 409 : 201)).sort(),
        [one!.status, two!.status].sort(),
        "two at once",
      );
      same((await order("promise", 100, admin)).status, 201, "another caller with the key");
    },
  },
  {
    name: "a payment webhook is delivered three times, twice at once",
    rule: "idempotency/webhook-without-dedupe",
    entry: "POST /webhooks/stripe",
    fix: (model, entryPoint) => dedupeEvent({ model, entryPoint }),
    happy: ({ service }) => deliver(service, "evt_happy", { type: "customer.created" }),
    async harm({ service, probe }) {
      const send = () => deliver(service, "evt_paid", { order: "1", user: "2", amount: 250 });
      await Promise.all([send(), send()]);
      await send();
      const points = await probe.points(2);
      return (
        more(await probe.count("payments"), "payments") ??
        (points === 250 ? undefined : `${points} points instead of 250`)
      );
    },
    async promises({ service, probe }) {
      const before = await probe.points(2);
      // The first delivery fails half way: the second must not be taken for a duplicate.
      const fail = String((await probe.count("payments")) + 1);
      const send = () => deliver(service, "evt_fails", { order: "1", user: "2", amount: 30, fail });
      same((await send()).status, 500, "the delivery that fails");
      same((await send()).status, 200, "the delivery after it");
      same((await send()).status, 200, "one more");
      same((await probe.points(2)) - before, 30, "points for an event that failed first");
    },
  },
  {
    name: "a webhook whose answer tells what it wrote is delivered twice",
    rule: "idempotency/webhook-without-dedupe",
    entry: "POST /hooks/shipping",
    fix: (model, entryPoint) => dedupeEvent({ model, entryPoint }),
    happy: ({ service }) => service.call("POST", "/hooks/shipping", shipping("ship-happy")),
    async harm({ service, probe }) {
      const before = await probe.count("receipts");
      for (const _ of [1, 2]) await service.call("POST", "/hooks/shipping", shipping("ship-1"));
      return more((await probe.count("receipts")) - before, "receipts");
    },
    async promises({ service }) {
      same((await service.call("POST", "/hooks/shipping", { body: {} })).status, 401, "no token");
    },
  },
  {
    name: "a job is delivered three times, twice at once",
    rule: "idempotency/consumer-without-dedupe",
    entry: "queue receipts",
    fix: (model, entryPoint) => dedupeEvent({ model, entryPoint }),
    happy: ({ service }) => service.call("GET", "/orders", { headers: customer }),
    async harm({ service, probe }) {
      const before = await probe.count("receipts");
      await service.call("POST", "/orders/1/receipt", { headers: customer });
      await settled(() => probe.count("receipts"));
      const made = (await probe.count("receipts")) - before;
      if (made === 0) throw new Error("the job never ran");
      return more(made, "receipts");
    },
  },
  {
    name: "somebody sends a webhook that nobody signed",
    rule: "access/unverified-webhook",
    entry: "POST /webhooks/stripe/refunds",
    fix: (model, entryPoint) => verifyWebhook({ model, entryPoint }),
    async happy({ service, probe }) {
      const { status } = await service.call("POST", "/webhooks/stripe/refunds", refund("2", webhookSecret));
      return [status, await probe.statusOf(2)];
    },
    async harm({ service, probe }) {
      for (const secret of ["another secret", undefined]) {
        const { status } = await service.call("POST", "/webhooks/stripe/refunds", refund("1", secret));
        const state = await probe.statusOf(1);
        if (state !== "open") return `${status}, the order is ${state}`;
        same(status, 400, "a message that is not signed");
      }
      return undefined;
    },
  },
  {
    name: "the second of two writes fails",
    rule: "data-flow/writes-without-transaction",
    entry: "POST /orders/:id/close",
    fix: (model, entryPoint) => transactionAround({ model, entryPoint }),
    happy: ({ service }) => service.call("POST", "/orders/2/close", { headers: customer, body: { receipt: 2 } }),
    async harm({ service, probe }) {
      const { status } = await service.call("POST", "/orders/1/close", { headers: customer, body: { receipt: null } });
      same(status, 500, "an order whose receipt fails");
      const state = await probe.statusOf(1);
      return state === "open" ? undefined : `the order is ${state}, without a receipt`;
    },
    async promises({ service, probe }) {
      await service.call("POST", "/orders/1/close", { headers: customer, body: { receipt: 1 } });
      same(await probe.statusOf(1), "closed", "an order that is closed");
    },
  },
  {
    name: "the process stops between a row and its job",
    rule: "data-flow/dual-write",
    entry: "POST /orders/:id/bill",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/orders/2/bill", { headers: customer, body: { lost: false } }),
    async harm({ service, probe }) {
      await settled(() => probe.count("receipts"));
      const before = await probe.count("receipts");
      await service.call("POST", "/orders/1/bill", { headers: customer, body: { lost: true } });
      const state = await probe.statusOf(1);
      for (let waited = 0; waited < 4000 && (await probe.count("receipts")) === before; waited += 200)
        await new Promise((resolve) => setTimeout(resolve, 200));
      const told = (await probe.count("receipts")) > before;
      return (state === "billed") === told ? undefined : `the order is ${state}, and its job is lost`;
    },
  },
  {
    name: "five requests spend points at once",
    rule: "data-flow/read-modify-write",
    entry: "POST /points/spend",
    fix: (model, entryPoint) => atomicChange({ model, field: "points", effect: writeOf(entryPoint) }),
    happy: ({ service }) =>
      service.call("POST", "/points/spend", { headers: { ...admin, "idempotency-key": "spend" }, body: { points: 3 } }),
    async harm({ service, probe }) {
      const spend = (number: number) => {
        const headers = { ...customer, "idempotency-key": `spend-${number}` };
        return service.call("POST", "/points/spend", { headers, body: { points: 10 } });
      };
      await Promise.all([1, 2, 3, 4, 5].map(spend));
      const points = await probe.points(2);
      return points === -50 ? undefined : `${points} points instead of -50`;
    },
  },
  {
    name: "a customer deletes users",
    rule: "access/missing-role",
    entry: "DELETE /admin/users/:id",
    fix: (model, entryPoint) => addGuard({ model, entryPoint, kind: "role" })[0],
    happy: ({ service }) => service.call("DELETE", "/admin/users/2", { headers: admin }),
    async harm({ service, probe }) {
      await probe.seed(); // the happy path has deleted the customer
      const { status } = await service.call("DELETE", "/admin/users/1", { headers: customer });
      return status === 403 && (await probe.count("users")) === 2 ? undefined : `${status}, the admin is gone`;
    },
  },
  {
    name: "nobody in particular reads the sales",
    rule: "access/missing-authentication",
    entry: "GET /admin/reports/sales",
    fix: (model, entryPoint) => addGuard({ model, entryPoint, kind: "authentication" })[0],
    happy: ({ service }) => service.call("GET", "/admin/reports/sales", { headers: admin }),
    async harm({ service }) {
      const { status } = await service.call("GET", "/admin/reports/sales");
      return status === 401 ? undefined : `${status} without a login`;
    },
  },
  {
    name: "a customer, or nobody in particular, reads all customers",
    rule: "access/missing-authentication",
    entry: "GET /admin/reports/customers",
    fix: (model, entryPoint) => addGuard({ model, entryPoint, kind: "role" })[0],
    happy: ({ service }) => service.call("GET", "/admin/reports/customers", { headers: admin }),
    async harm({ service }) {
      const asCustomer = await service.call("GET", "/admin/reports/customers", { headers: customer });
      const asNobody = await service.call("GET", "/admin/reports/customers");
      return asCustomer.status === 403 && asNobody.status === 401 ? undefined : `${asCustomer.status} for a customer`;
    },
  },
  {
    name: "somebody else's order is read",
    rule: "access/unowned-object",
    entry: "GET /orders/:id",
    fix(model, entryPoint) {
      const effect = entryPoint.effects.find((one) => one.target === "orders" || one.target === "order");
      return effect && scopeToOwner({ model, entryPoint, effect });
    },
    happy: ({ service }) => service.call("GET", "/orders/1", { headers: customer }),
    async harm({ service }) {
      const { status } = await service.call("GET", "/orders/1", { headers: admin });
      return status === 404 ? undefined : `${status} for another's order`;
    },
  },
  {
    name: "somebody signs up as an admin",
    rule: "access/role-from-request",
    entry: "POST /users",
    fix(model, entryPoint) {
      for (const effect of entryPoint.effects) {
        const fix = effect.access === "write" ? roleFromServer({ model, at: effect.place }) : undefined;
        if (fix) return fix;
      }
      return undefined;
    },
    happy: ({ service }) => service.call("POST", "/users", { body: { email: "new@example.com" } }),
    async harm({ service, probe }) {
      await service.call("POST", "/users", { body: { email: "mallory@example.com", role: "admin" } });
      const role = await probe.roleOf("mallory@example.com");
      return role === "customer" ? undefined : `role ${role}`;
    },
  },
  {
    name: "somebody writes a token of their own",
    rule: "access/unverified-token",
    entry: "DELETE /me",
    fix: () => undefined,
    async happy({ service }) {
      const login = await service.call("POST", "/login", { body: { email: "ada@example.com" } });
      const { token } = login.body as { token: string };
      return service.call("DELETE", "/me", { headers: { authorization: token } });
    },
    async harm({ service, probe }) {
      await probe.seed(); // the happy path has deleted the customer
      const parts = [{ alg: "none" }, { sub: "1" }].map((part) =>
        Buffer.from(JSON.stringify(part)).toString("base64url"),
      );
      const { status } = await service.call("DELETE", "/me", { headers: { authorization: `${parts.join(".")}.` } });
      const left = await probe.count("users");
      return left === 2 ? undefined : `${status}, the admin is gone`;
    },
  },
  {
    name: "a refusal that goes on",
    rule: "access/guard-never-denies",
    entry: "POST /orders/:id/cancel",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/orders/2/cancel", { headers: customer }),
    async harm({ service, probe }) {
      const { status } = await service.call("POST", "/orders/1/cancel", { headers: admin });
      same(status, 403, "another's order");
      // What goes on behind the answer takes a moment.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const state = await probe.statusOf(1);
      return state === "open" ? undefined : `403, and the order is ${state}`;
    },
  },
  {
    name: "nobody set the secret of a job",
    rule: "access/unset-secret-compare",
    entry: "POST /jobs/close-orders",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/jobs/close-orders", { headers: { "x-job-key": "guess" } }),
    async harm({ service, probe }) {
      const { status } = await service.call("POST", "/jobs/close-orders");
      return (await probe.statusOf(1)) === "open" ? undefined : `${status} without the secret`;
    },
  },
  {
    name: "a guard that comes too late",
    rule: "access/guard-after-route",
    entry: "POST /orders/:id/reopen",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/orders/2/reopen", { headers: customer }),
    async harm({ service }) {
      const { status } = await service.call("POST", "/orders/1/reopen");
      return status === 401 ? undefined : `${status} without a login`;
    },
  },
  {
    name: "a procedure that creates is called twice at once, and again",
    rule: "idempotency/unguarded-create",
    entry: "MUTATION orders.create",
    fix: () => undefined,
    happy: ({ service }) =>
      service.call("POST", "/orders.create", { headers: customer, body: { cents: 900, idempotencyKey: "happy" } }),
    async harm({ service, probe }) {
      const order = () =>
        service.call("POST", "/orders.create", { headers: customer, body: { cents: 500, idempotencyKey: "order-1" } });
      const before = await probe.count("orders");
      await Promise.all([order(), order()]);
      await order();
      return more((await probe.count("orders")) - before, "orders");
    },
    async promises({ service, probe }) {
      const order = (body: object, who = customer) => service.call("POST", "/orders.create", { headers: who, body });
      const first = await order({ cents: 100, idempotencyKey: "promise" });
      const before = await probe.count("orders");
      same(await order({ cents: 100, idempotencyKey: "promise" }), first, "a retry has the first answer");
      same((await order({ cents: 101, idempotencyKey: "promise" })).status, 422, "another input with the key");
      same((await order({ cents: 100 })).status, 400, "no key");
      same(await probe.count("orders"), before, "orders after retries");
      same((await order({ cents: 100, idempotencyKey: "promise" }, admin)).status, 200, "another caller with the key");
    },
  },
  {
    name: "a customer calls a procedure that removes users",
    rule: "access/missing-role",
    entry: "MUTATION admin.removeUser",
    fix: (model, entryPoint) => addGuard({ model, entryPoint, kind: "role" })[0],
    happy: ({ service }) => service.call("POST", "/admin.removeUser", { headers: admin, body: { id: 2 } }),
    async harm({ service, probe }) {
      await probe.seed(); // the happy path has removed the customer
      const { status } = await service.call("POST", "/admin.removeUser", { headers: customer, body: { id: 1 } });
      return status === 403 && (await probe.count("users")) === 2 ? undefined : `${status}, the admin is gone`;
    },
  },
  {
    name: "a page is marked by a double click",
    rule: "idempotency/unguarded-create",
    entry: "POST /orders/:id/favourite",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/orders/2/favourite", { headers: customer }),
    async harm({ service, probe }) {
      // Who comes first is chance: of some pages, one is marked by all at the same moment.
      for (const page of [1, 3, 4, 5, 6, 7]) {
        const before = await probe.count("favourites");
        const mark = () => service.call("POST", `/orders/${page}/favourite`, { headers: customer });
        await Promise.all([mark(), mark(), mark(), mark()]);
        const harm = more((await probe.count("favourites")) - before, "favourites");
        if (harm) return "several favourites instead of 1";
      }
      return undefined;
    },
  },
  {
    name: "an object is sent where a text belongs",
    rule: "validation/unvalidated-input",
    entry: "POST /reviews",
    fix: () => undefined,
    happy: ({ service }) => service.call("POST", "/reviews", { headers: customer, body: { text: "Good", stars: 5 } }),
    async harm({ service, probe }) {
      const before = await probe.count("reviews");
      const { status } = await service.call("POST", "/reviews", {
        headers: customer,
        body: { text: { a: 1 }, stars: 5 },
      });
      const stored = (await probe.count("reviews")) - before;
      return status === 400 && stored === 0 ? undefined : `${status}, and ${stored} stored`;
    },
  },
  {
    name: "somebody signs a voucher with the key that stands in the code",
    rule: "secrets/signing-secret",
    entry: "src/vouchers.ts",
    set: { VOUCHER_SECRET: "another key of the lab" },
    fix: () => undefined,
    async happy({ service }) {
      const made = await service.call("POST", "/vouchers", { headers: admin });
      const { voucher } = made.body as { voucher: string };
      const used = await service.call("POST", "/vouchers/redeem", { headers: admin, body: { voucher } });
      return [made.status, used];
    },
    async harm({ service, probe }) {
      const voucher = signedToken({ points: 9999 }, "spring-vouchers-key");
      const { status } = await service.call("POST", "/vouchers/redeem", { headers: customer, body: { voucher } });
      const points = await probe.points(2);
      return status === 401 && points === 0 ? undefined : `${status}, ${points} points`;
    },
    async promises({ startWithout }) {
      const ended = await startWithout("VOUCHER_SECRET");
      if (!ended?.includes("VOUCHER_SECRET is not set")) throw new Error(`without the variable: ${ended}`);
    },
  },
  {
    name: "nobody set the key of the export, and its fallback stands in the code",
    rule: "secrets/env-fallback",
    entry: "src/exports.ts",
    set: { EXPORT_SECRET: "the export key of the lab" },
    fix: () => undefined,
    async happy({ service, set }) {
      const key = set.EXPORT_SECRET ?? "export-me-2024";
      return (await service.call("GET", "/exports/orders", { headers: { "x-export-key": key } })).status;
    },
    async harm({ service }) {
      const { status } = await service.call("GET", "/exports/orders", {
        headers: { "x-export-key": "export-me-2024" },
      });
      return status === 401 ? undefined : `${status} with what stands in the code`;
    },
    async promises({ startWithout }) {
      const ended = await startWithout("EXPORT_SECRET");
      if (!ended?.includes("EXPORT_SECRET is not set")) throw new Error(`without the variable: ${ended}`);
    },
  },
  {
    name: "a password is written to the log",
    rule: "secrets/logged-secret",
    entry: "src/sign-in.ts",
    fix: () => undefined,
    happy: ({ service }) =>
      service.call("POST", "/sign-in", { body: { email: "ada@example.com", password: "of-the-happy-path" } }),
    async harm({ service }) {
      const password = `of-ada-${Date.now()}`;
      await service.call("POST", "/sign-in", { body: { email: "ada@example.com", password } });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return service.output().includes(password) ? "the password is in the log" : undefined;
    },
  },
  {
    name: "a secret goes to the browser with what is public",
    rule: "secrets/client-exposed",
    entry: "src/server/shipping.ts",
    // The variable is renamed wherever the service runs, as the checklist says.
    set: { SHIPPING_API_SECRET: "of the carrier", VITE_SHIPPING_API_SECRET: "" },
    fix: () => undefined,
    happy: async ({ service }) => (await service.call("GET", "/shipping/signature", { headers: customer })).body,
    async harm({ service }) {
      const { body } = await service.call("GET", "/public-config.json");
      return JSON.stringify(body).includes("of the carrier") ? "the secret is in the browser" : undefined;
    },
  },
];

function effectOf(entryPoint: EntryPoint, via: string) {
  const effect = entryPoint.effects.find((one) => one.via === via);
  if (!effect) throw new Error(`${entryPoint.label} calls no ${via}`);
  return effect;
}

function writeOf(entryPoint: EntryPoint) {
  const effect = entryPoint.effects.find((one) => one.access === "write");
  if (!effect) throw new Error(`${entryPoint.label} writes nothing`);
  return effect;
}

/** A JSON Web Token, signed with HS256. */
function signedToken(claims: object, key: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

function deliver(
  service: Running,
  id: string,
  options: { type?: string; order?: string; user?: string; amount?: number; fail?: string },
) {
  const { type = "payment_intent.succeeded", amount = 0, ...metadata } = options;
  const event = signedEvent({ id, object: "event", type, data: { object: { amount, metadata } } }, webhookSecret);
  return service.call("POST", "/webhooks/stripe", event);
}

function refund(order: string, secret: string | undefined) {
  const event = {
    id: `evt_${order}`,
    object: "event",
    type: "charge.refunded",
    data: { object: { metadata: { order } } },
  };
  return secret === undefined ? { body: event } : signedEvent(event, secret);
}

function shipping(id: string) {
  return { headers: { "x-hook-token": webhookSecret }, body: { id, orderId: 1 } };
}

function more(count: number, what: string): string | undefined {
  if (count === 0) throw new Error(`no ${what} at all`);
  return count > 1 ? `${count} ${what} instead of 1` : undefined;
}

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

/** Waits until a number has stayed the same for a while. */
async function settled(read: () => Promise<number>): Promise<void> {
  let last = -1;
  for (let quiet = 0; quiet < 6; ) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const now = await read();
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}
