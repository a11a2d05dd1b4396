// https://docs.deno.com/api/deno/~/Deno.Kv · https://docs.deno.com/api/deno/~/Deno.AtomicOperation · https://docs.deno.com/deploy/kv/manual/queue_overview/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Deno KV",
  category: "database",
  packages: ["global:Deno", "@deno/kv"],
  clients: ["openKv()", "new Kv()"],
  // Nothing happens before `commit()`; what it does is told by its last step ahead of that.
  builders: ["atomic"],
  calls: {
    get: (call) => keyed(call, { access: "read" }),
    getMany: { access: "read" },
    list: { access: "read" },
    // The value under a key is another one, however often that is said.
    set: (call) => keyed(call, { access: "write", operation: "set", data: "$1" }),
    delete: (call) => keyed(call, { access: "write", operation: "delete" }),
    enqueue: { access: "publish", category: "queue", target: "=kv", data: "$0" },
    "**.commit": committed,
  },
});

/** `["orders", id]`: the first part of a key stands for a table. */
function keyed(call: CallView, definition: CallDefinition): CallDefinition {
  const [key] = call.arguments;
  const table = key?.kind === "array" ? literalText(key.items[0]) : undefined;
  return { ...definition, ...(table !== undefined && { target: `=${table}` }) };
}

/** `kv.atomic().check({ key, versionstamp: null }).set(key, value).commit()` stores only what is not there yet. */
function committed(call: CallView): CallDefinition | undefined {
  const does = (name: string): boolean => call.path.includes(`${name}()`);
  if (does("sum")) return { access: "write", operation: "increment" };
  if (does("enqueue")) return { access: "publish", category: "queue", target: "=kv", data: "$enqueue().0" };
  if (does("set"))
    return { access: "write", operation: does("check") ? "upsert" : "set", data: "$set().1", conflict: [] };
  return does("delete") ? { access: "write", operation: "delete" } : undefined;
}
