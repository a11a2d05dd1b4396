/** Every provider's check, as the fix writes it, run: a message that was signed passes, and a changed or unsigned one does not. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { styleOf } from "../../src/engine/fixes/code/file-style.ts";
import { webhookProviders } from "../../src/engine/fixes/webhooks/providers.ts";
import { source } from "./source.ts";

const secret = "the secret of the test";
const body = JSON.stringify({ id: "evt_1", amount: 100 });
const now = Math.floor(Date.now() / 1000);

function sign(text: string, encoding: "hex" | "base64" = "hex", algorithm = "sha256"): string {
  return createHmac(algorithm, secret).update(text).digest(encoding);
}

/** The headers of a signed message, as each provider's documentation has them. Those with packages of their own run in the fix lab. */
const SIGNED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  github: { "x-hub-signature-256": `sha256=${sign(body)}` },
  shopify: { "x-shopify-hmac-sha256": sign(body, "base64") },
  lemonsqueezy: { "x-signature": sign(body) },
  paddle: { "paddle-signature": `ts=${now};h1=${sign(`${now}:${body}`)}` },
  slack: { "x-slack-request-timestamp": String(now), "x-slack-signature": `v0=${sign(`v0:${now}:${body}`)}` },
  linear: { "linear-signature": sign(body) },
  razorpay: { "x-razorpay-signature": sign(body) },
  paystack: { "x-paystack-signature": sign(body, "hex", "sha512") },
};

for (const provider of webhookProviders.filter(({ needs }) => needs === undefined)) {
  test(`${provider.title}: what is signed passes, what is not does not`, async () => {
    const style = { ...styleOf(source("export {};\n")), typed: false };
    const lines = provider.check("body", (name) => `headers["${name}"] ?? ""`);
    const text = `${provider.imports(style)}export function verify(body, headers, secret) {\n${lines.join("\n")}\n}\n`;
    const { verify } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
    const headers = SIGNED[provider.id];
    assert.ok(headers, `${provider.id} has no signed message`);
    for (const sent of [body, Buffer.from(body)]) verify(sent, headers, secret);
    assert.throws(() => verify(`${body} `, headers, secret), "another body");
    assert.throws(() => verify(body, {}, secret), "no signature");
    assert.throws(() => verify(body, headers, "another secret"), "another secret");
  });
}
