// https://github.com/octokit/webhooks.js · https://github.com/standard-webhooks/standard-webhooks · https://shopify.dev/docs/apps/build/webhooks/subscribe/https
import { defineSystem } from "./define-system.ts";

const returns = { kind: "signature", how: "returns" } as const;
const throws = { kind: "signature", how: "throws" } as const;

export default defineSystem({
  title: "Webhook signatures",
  category: "auth",
  packages: [
    "@octokit/webhooks",
    "@octokit/webhooks-methods",
    "standardwebhooks",
    "@shopify/shopify-api",
    "@shopify/shopify-app-remix",
    "@shopify/shopify-app-react-router",
    "@shopify/shopify-app-express",
    "@line/bot-sdk",
    "discord-interactions",
    "@mux/mux-node",
    "@sanity/webhook",
    "sns-validator",
    "@vonage/jwt",
  ],
  clients: [],
  calls: {},
  guards: {
    "new Webhooks().verify()": returns,
    "new Webhooks().verifyAndReceive()": throws,
    "verify()|verifyWithFallback()": returns,
    "new Webhook().verify()": throws,
    "shopifyApi().webhooks.validate()": returns,
    "shopifyApi().utils.validateHmac()": returns,
    "**.authenticate.webhook()": throws,
    "**.authenticate.admin()|flow()": { kind: "authentication", how: "throws" },
    "shopifyApp().validateAuthenticatedSession()|ensureInstalledOnShop()": {
      kind: "authentication",
      how: "middleware",
    },
    "shopifyApp().processWebhooks()": { kind: "signature", how: "middleware" },
    "validateSignature()|verifyKey()|isValidSignature()|verifySignature()": returns,
    "middleware()|verifyKeyMiddleware()": { kind: "signature", how: "middleware" },
    "**.webhooks.unwrap()|verifySignature()": throws,
    "assertValidSignature()|assertValidRequest()": throws,
  },
});
