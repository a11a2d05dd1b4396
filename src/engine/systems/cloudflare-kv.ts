// https://developers.cloudflare.com/kv/api/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Cloudflare KV",
  category: "cache",
  packages: ["cloudflare:kv"],
  clients: ["*"],
  calls: {
    "get|getWithMetadata|list": { access: "read", target: "$0" },
    put: { access: "write", operation: "set", target: "$0", data: "$1" },
    delete: { access: "write", operation: "delete", target: "$0" },
  },
});
