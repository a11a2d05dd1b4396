// https://docs.sentry.io/platforms/javascript/guides/node/apis/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Sentry",
  category: "observability",
  packages: [
    "@sentry/node",
    "@sentry/nextjs",
    "@sentry/nestjs",
    "@sentry/serverless",
    "@sentry/aws-serverless",
    "@sentry/cloudflare",
    "@sentry/bun",
    "@sentry/browser",
    "@sentry/core",
  ],
  clients: ["", "default"],
  runs: [
    "startSpan|startSpanManual|startNewTrace|continueTrace|suppressTracing",
    "withScope|withIsolationScope|withActiveSpan|withMonitor|withServerActionInstrumentation",
  ],
  calls: {
    "captureException|captureMessage|captureEvent|captureCheckIn|captureFeedback": { access: "call", data: "$0" },
  },
});
