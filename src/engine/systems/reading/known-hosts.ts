/** Outside services known by their host, for code that calls their HTTP interface directly. */
import type { Operation, SystemKind } from "../../model/effect.ts";

export interface KnownHost {
  readonly category: SystemKind;
  /** Id of the system, the same as that of the service's own adapter. */
  readonly system: string;
  /** What a request that is neither GET nor HEAD does, unless `harmless` paths say otherwise. */
  readonly operation: Operation;
  /** The service knows the header `Idempotency-Key` (or the one named). */
  readonly key?: string;
  /** Gateways that are asked by GET to send: an address that says so does. */
  readonly sendsByGet?: true;
  /** The path is the credential: it is not shown. */
  readonly secretPath?: true;
}

const KNOWN: Readonly<Record<string, KnownHost>> = {
  // https://docs.stripe.com/api/idempotent_requests
  "api.stripe.com": { category: "payment", system: "stripe", operation: "charge", key: "idempotency-key" },
  // https://developer.paypal.com/api/rest/reference/idempotency/
  "api-m.paypal.com": { category: "payment", system: "paypal", operation: "charge", key: "paypal-request-id" },
  "api-m.sandbox.paypal.com": { category: "payment", system: "paypal", operation: "charge", key: "paypal-request-id" },
  "api.paypal.com": { category: "payment", system: "paypal", operation: "charge", key: "paypal-request-id" },
  "api.sandbox.paypal.com": { category: "payment", system: "paypal", operation: "charge", key: "paypal-request-id" },
  // https://docs.mollie.com/reference/api-idempotency
  "api.mollie.com": { category: "payment", system: "mollie", operation: "charge", key: "idempotency-key" },
  "api.razorpay.com": { category: "payment", system: "razorpay", operation: "charge" },
  "api.paystack.co": { category: "payment", system: "paystack", operation: "charge" },
  "api.flutterwave.com": { category: "payment", system: "flutterwave", operation: "charge" },
  "api.lemonsqueezy.com": { category: "payment", system: "lemon-squeezy", operation: "call" },
  "api.paddle.com": { category: "payment", system: "paddle", operation: "call" },
  // What a POST does there, its address says.
  "api.quickpay.net": { category: "payment", system: "quickpay", operation: "call" },
  "api.xendit.co": { category: "payment", system: "xendit", operation: "call", key: "x-idempotency-key" },
  "api.mercadopago.com": { category: "payment", system: "mercadopago", operation: "call", key: "x-idempotency-key" },
  "api.commerce.coinbase.com": { category: "payment", system: "coinbase-commerce", operation: "call" },
  "api.gocardless.com": { category: "payment", system: "gocardless", operation: "call", key: "idempotency-key" },
  "connect.squareup.com": { category: "payment", system: "square", operation: "call" },
  "securepay.sslcommerz.com": { category: "payment", system: "sslcommerz", operation: "call" },
  // https://resend.com/docs/dashboard/emails/idempotency-keys
  "api.resend.com": { category: "email", system: "resend", operation: "send", key: "idempotency-key" },
  "api.sendgrid.com": { category: "email", system: "sendgrid", operation: "send" },
  "api.postmarkapp.com": { category: "email", system: "postmark", operation: "send" },
  "api.mailgun.net": { category: "email", system: "mailgun", operation: "send" },
  "api.eu.mailgun.net": { category: "email", system: "mailgun", operation: "send" },
  "api.brevo.com": { category: "email", system: "brevo", operation: "send" },
  "api.mailersend.com": { category: "email", system: "mailersend", operation: "send" },
  "api.sparkpost.com": { category: "email", system: "sparkpost", operation: "send" },
  "api.emailjs.com": { category: "email", system: "emailjs", operation: "send" },
  "api.zeptomail.com": { category: "email", system: "zeptomail", operation: "send" },
  "2factor.in": { category: "sms", system: "2factor", operation: "send", sendsByGet: true },
  "www.fast2sms.com": { category: "sms", system: "fast2sms", operation: "send", sendsByGet: true },
  "api.textlocal.in": { category: "sms", system: "textlocal", operation: "send", sendsByGet: true },
  "control.msg91.com": { category: "sms", system: "msg91", operation: "send", sendsByGet: true },
  "api.msg91.com": { category: "sms", system: "msg91", operation: "send", sendsByGet: true },
  "rest.nexmo.com": { category: "sms", system: "vonage", operation: "send", sendsByGet: true },
  "rest.messagebird.com": { category: "sms", system: "messagebird", operation: "send" },
  "api.africastalking.com": { category: "sms", system: "africas-talking", operation: "send" },
  "api.ng.termii.com": { category: "sms", system: "termii", operation: "send" },
  "api.twilio.com": { category: "sms", system: "twilio", operation: "send" },
  "hooks.slack.com": { category: "externalApi", system: "slack", operation: "send", secretPath: true },
  "slack.com": { category: "externalApi", system: "slack", operation: "send" },
  "graph.facebook.com": { category: "sms", system: "whatsapp", operation: "send" },
  "discord.com": { category: "externalApi", system: "discord", operation: "send", secretPath: true },
  "api.telegram.org": { category: "externalApi", system: "telegram", operation: "send", secretPath: true },
  "exp.host": { category: "externalApi", system: "expo-push", operation: "send" },
  "fcm.googleapis.com": { category: "externalApi", system: "firebase-messaging", operation: "send" },
  "api.openai.com": { category: "llm", system: "openai", operation: "call" },
  "api.anthropic.com": { category: "llm", system: "anthropic", operation: "call" },
  "api.mistral.ai": { category: "llm", system: "mistral", operation: "call" },
  "generativelanguage.googleapis.com": { category: "llm", system: "google-genai", operation: "call" },
  "openrouter.ai": { category: "llm", system: "openrouter", operation: "call" },
};

/** Variables that hold a provider's address: `PAYPAL_URL`, `SLACK_WEBHOOK_URL`. */
const BY_VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/^(?:NEXT_)?STRIPE_(?:API_)?(?:BASE_)?(?:URL|HOST)$/, "api.stripe.com"],
  [/^PAYPAL_\w*(?:URL|HOST|API)\w*$/, "api-m.paypal.com"],
  [/^PAYSTACK_\w*(?:URL|HOST)\w*$/, "api.paystack.co"],
  [/^FLUTTERWAVE_\w*(?:URL|HOST)\w*$/, "api.flutterwave.com"],
  [/^MOLLIE_\w*(?:URL|HOST)\w*$/, "api.mollie.com"],
  [/^(?:SENDGRID|MAILGUN|POSTMARK|BREVO|RESEND)_\w*(?:URL|HOST)\w*$/, "api.sendgrid.com"],
  [/^TWILIO_\w*(?:URL|HOST)\w*$/, "api.twilio.com"],
  [/^SLACK_\w*(?:URL|WEBHOOK)\w*$/, "hooks.slack.com"],
  [/^DISCORD_\w*(?:URL|WEBHOOK)\w*$/, "discord.com"],
];

export function knownHost(host: string | undefined): KnownHost | undefined {
  if (host === undefined) return undefined;
  return KNOWN[host] ?? KNOWN[BY_VARIABLE.find(([pattern]) => pattern.test(host))?.[1] ?? ""];
}
