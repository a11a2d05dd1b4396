// The page of the manual that this relies on: https://example.com/docs/client
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "TEMPLATE",
  category: "externalApi",
  packages: ["TEMPLATE"],
  // Values that calls are made on, followed through variables, parameters and imports.
  clients: ["new Client()"],
  calls: {
    // By path after the client, the first match wins. `$0` is the first argument.
    "*.get|list": { access: "read", target: "$*" },
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0", key: "$1.idempotencyKey" },
  },
});
