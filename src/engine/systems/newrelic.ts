// https://docs.newrelic.com/docs/agents/nodejs-agent/extend-your-instrumentation/ · https://newrelic.github.io/node-newrelic/API.html
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "New Relic",
  category: "observability",
  packages: ["newrelic"],
  clients: ["", "default"],
  runs: ["startSegment|startWebTransaction|startBackgroundTransaction"],
  calls: {
    "startSegment|startWebTransaction|startBackgroundTransaction": { access: "call", target: "$0" },
    "noticeError|recordMetric|recordCustomEvent|recordLogEvent|incrementMetric": { access: "call" },
  },
});
