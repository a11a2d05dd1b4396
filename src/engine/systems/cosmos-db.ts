// https://learn.microsoft.com/javascript/api/@azure/cosmos/container · https://learn.microsoft.com/javascript/api/@azure/cosmos/items · https://learn.microsoft.com/azure/cosmos-db/partial-document-update
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { field, itemsOf, literalText } from "./reading/terms.ts";

const target = "$container().0";

export default defineSystem({
  title: "Azure Cosmos DB",
  category: "database",
  packages: ["@azure/cosmos"],
  clients: ["new CosmosClient().database().container()", "new Database().container()", "new Container()"],
  builders: ["item"],
  calls: {
    "items.create": created,
    "items.upsert": (call) => ({
      access: "write",
      operation: "upsert",
      target,
      data: "$0",
      conflict: ["id"],
      ...(field(call.arguments[0], "id") && { where: byId(call, field(call.arguments[0], "id")) }),
    }),
    "items.query": (call) => ({
      access: "read",
      target,
      ...(call.arguments[0] && { where: call.terms.unknown([call.arguments[0]]) }),
    }),
    "items.readAll": { access: "read", target },
    "items.batch|bulk|executeBulkOperations": { access: "write", operation: "call", target, data: "$0" },
    "item().read": (call) => ({ access: "read", target, ...chosen(call) }),
    "item().replace": (call) => ({
      access: "write",
      operation: "set",
      target,
      data: "$0",
      ...chosen(call),
    }),
    "item().patch": (call) => ({ access: "write", target, ...patched(call), ...chosen(call) }),
    "item().delete": (call) => ({ access: "write", operation: "delete", target, ...chosen(call) }),
  },
});

/** An id that is there already is refused; without one, each call makes its own. */
function created(call: CallView): CallDefinition {
  const [row] = call.arguments;
  const isKnown = row?.kind === "object" && row.fields.every(({ key }) => key !== undefined);
  const id = field(row, "id");
  const common = { access: "write", target, data: "$0" } as const;
  if (id ? isFresh(id) : isKnown) return { ...common, operation: "insert" };
  return { ...common, operation: "upsert", conflict: id ? ["id"] : [], ...(id && { refuses: true }) };
}

/** Another one at every call. */
function isFresh(id: Term): boolean {
  if (id.kind === "unstable") return true;
  return (id.kind === "text" || id.kind === "unknown") && id.parts.some(isFresh);
}

/** `container.item(id, partition)` */
function chosen(call: CallView): Pick<CallDefinition, "where"> {
  const id = call.earlier("item", 0);
  return id ? { where: byId(call, id) } : {};
}

function byId(call: CallView, id: Term | undefined): Term {
  return call.terms.object(id ? [{ key: "id", value: id }] : []);
}

/** `[{ op: "incr", path: "/stock", value: -1 }]` */
function patched(call: CallView): Pick<CallDefinition, "operation" | "data"> {
  const operations = itemsOf(field(call.arguments[0], "operations") ?? call.arguments[0]);
  const names = operations.map((one) => literalText(field(one, "op")));
  const appends = operations.some(
    (one) => literalText(field(one, "op")) === "add" && literalText(field(one, "path"))?.endsWith("/-"),
  );
  const fields = operations.flatMap((one) => {
    const path = literalText(field(one, "path"));
    const value = field(one, "value");
    return path && value ? [{ key: path.slice(1).split("/")[0] ?? path, value }] : [];
  });
  return {
    operation: names.includes("incr") ? "increment" : appends ? "append" : "set",
    data: call.terms.object(fields),
  };
}
