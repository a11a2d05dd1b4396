// https://github.com/siimon/prom-client#custom-metrics
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Prometheus",
  category: "observability",
  packages: ["prom-client", "@willsoto/nestjs-prometheus"],
  clients: ["new Counter()", "new Gauge()", "new Histogram()", "new Summary()"],
  same: ["labels"],
  calls: {
    "inc|dec|set|observe|startTimer": {
      access: "call",
      target: "$Counter().0.name|$Gauge().0.name|$Histogram().0.name|$Summary().0.name",
    },
  },
});
