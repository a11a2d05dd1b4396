// https://opentelemetry.io/docs/languages/js/instrumentation/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "OpenTelemetry",
  category: "observability",
  packages: ["@opentelemetry/api", "@opentelemetry/api-logs"],
  clients: ["trace.getTracer()", "metrics.getMeter()", "logs.getLogger()"],
  runs: ["startActiveSpan"],
  calls: {
    "startSpan|startActiveSpan": { access: "call", target: "$0" },
    "createCounter()|createUpDownCounter()|createHistogram()|createGauge().add|record": { access: "call" },
    emit: { access: "call" },
  },
});
