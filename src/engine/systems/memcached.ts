// https://github.com/memcachier/memjs · https://github.com/3rd-Eden/memcached
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Memcached",
  category: "cache",
  packages: ["memjs", "memcached", "memcache-pp"],
  clients: ["Client.create()", "new default()", "new Memcached()", "new Client()"],
  calls: {
    "get|getMulti|gets|stats": { access: "read", target: "$0" },
    "set|replace|touch|cas": { access: "write", operation: "set", target: "$0", data: "$1" },
    // Refused where the key is there.
    add: (call) => ({
      access: "write",
      operation: "upsert",
      target: "$0",
      data: "$1",
      where: call.terms.object([{ key: "key", value: call.arguments[0] ?? call.terms.unknown([]) }]),
      conflict: ["key"],
    }),
    "delete|del|flush|flushAll": { access: "write", operation: "delete", target: "$0" },
    "increment|decrement|incr|decr": { access: "write", operation: "increment", target: "$0" },
    "append|prepend": { access: "write", operation: "append", target: "$0", data: "$1" },
  },
});
