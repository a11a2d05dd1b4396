/**
 * Loaded ahead of the service by `npm start`. What the environment does not name is brought here: PostgreSQL, a mail
 * server, Stripe, and BullMQ without Redis. The service's own code stays as it runs in production.
 */
import { randomUUID } from "node:crypto";
import { registerHooks } from "node:module";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { startSmtpDouble } from "./smtp-double.ts";
import { startStripeDouble } from "./stripe-double.ts";

process.env.DATABASE_URL ??= (await startEmbeddedPostgres()).url;
process.env.SMTP_URL ??= (await startSmtpDouble()).url;
if (!process.env.STRIPE_API_URL) {
  process.env.STRIPE_API_URL = (await startStripeDouble()).url;
  process.env.STRIPE_SECRET_KEY ||= "stripe-double";
  process.env.STRIPE_WEBHOOK_SECRET ||= randomUUID();
}

if (!process.env.REDIS_URL) {
  const standIn = new URL("./memory-bullmq.ts", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "bullmq" ? { url: standIn, shortCircuit: true } : next(specifier, context),
  });
}
