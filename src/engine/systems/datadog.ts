// https://docs.datadoghq.com/tracing/trace_collection/custom_instrumentation/nodejs/ · https://github.com/brightcove/hot-shots
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Datadog",
  category: "observability",
  packages: ["dd-trace", "hot-shots", "datadog-metrics", "node-dogstatsd", "@datadog/datadog-api-client"],
  clients: ["default", "", "tracer", "new StatsD()", "new default()", "init()", "default.init()"],
  runs: ["trace"],
  calls: {
    "trace|startSpan|setUser": { access: "call", target: "$0" },
    "increment|decrement|gauge|histogram|distribution|timing|set|event|check": { access: "call", target: "$0" },
    "dogstatsd.increment|gauge|histogram|distribution": { access: "call", target: "$0" },
  },
});
