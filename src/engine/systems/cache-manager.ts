// https://www.npmjs.com/package/cache-manager · https://docs.nestjs.com/techniques/caching
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "cache-manager",
  category: "cache",
  packages: ["cache-manager", "@nestjs/cache-manager"],
  clients: ["createCache()", "caching()", "multiCaching()", "new Cache()"],
  calls: {
    "get|mget|ttl|keys": { access: "read", target: "$0" },
    set: { access: "write", operation: "set", target: "$0", data: "$1" },
    mset: { access: "write", operation: "set", data: "$0" },
    "del|mdel|reset|clear": { access: "write", operation: "delete", target: "$0" },
    // Before version 6 the store stood in between.
    "store.get|mget|keys|ttl": { access: "read", target: "$0" },
    "store.set": { access: "write", operation: "set", target: "$0", data: "$1" },
    "store.del|reset": { access: "write", operation: "delete", target: "$0" },
  },
});
