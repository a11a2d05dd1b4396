// https://github.com/winstonjs/winston#logging
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Winston",
  category: "observability",
  packages: ["winston", "nest-winston"],
  clients: ["createLogger()", "new Logger()", "", "default"],
  same: ["child"],
  calls: { "error|warn|info|http|verbose|debug|silly|log": { access: "call", data: "$0" } },
});
