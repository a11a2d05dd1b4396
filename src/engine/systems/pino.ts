// https://getpino.io/#/docs/api?id=logger
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Pino",
  category: "observability",
  packages: ["pino", "nestjs-pino", "pino-http"],
  clients: ["default()", "pino()", "new PinoLogger()", "new Logger()"],
  same: ["child"],
  calls: { "trace|debug|info|warn|error|fatal|log|verbose": { access: "call", data: "$0" } },
});
