// https://dynamoosejs.com/guide/Model · https://dynamoosejs.com/guide/Item · https://dynamoosejs.com/guide/Transaction
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { savedRow } from "./reading/saved-row.ts";
import { field, keysOf } from "./reading/terms.ts";

export default defineSystem({
  title: "Dynamoose",
  system: "dynamodb",
  category: "database",
  packages: ["dynamoose", "nestjs-dynamoose"],
  clients: ["model()", "default.model()", "new Model()"],
  decorators: { InjectModel: "model()" },
  builders: ["query", "scan"],
  calls: {
    create: (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    batchPut: (call) => ({ access: "write", operation: "upsert", ...table(call), data: "$0", conflict: [] }),
    "update|batchUpdate": change,
    "delete|batchDelete": (call) => ({ access: "write", operation: "delete", ...table(call), ...where(call) }),
    "new().save": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$new().0" }),
    "get().save": saved,
    "**.save": saved,
    "get().delete": removed,
    "**.delete": removed,
    "get|batchGet": (call) => ({ access: "read", ...table(call), ...where(call) }),
    "query|scan": (call) => ({ access: "read", ...table(call), ...where(call) }),
    "query|scan.**": (call) => {
      const asked = call.earlier(call.path[0]?.startsWith("scan") ? "scan" : "query", 0);
      return { access: "read", ...table(call), ...(asked && { where: asked }) };
    },
  },
});

function saved(call: CallView): CallDefinition {
  return { access: "write", operation: savedRow(call.receiver ?? call.client).operation, ...table(call) };
}

function removed(call: CallView): CallDefinition {
  return { access: "write", operation: "delete", ...table(call) };
}

/** `update(key, { $ADD: { count: 1 } })`, or `update({ id, count })`. */
function change(call: CallView): CallDefinition {
  const [first, second] = call.arguments;
  const changes: Term | undefined = second ?? first;
  const adds = keysOf(changes).includes("$ADD");
  return {
    access: "write",
    operation: adds ? "increment" : "set",
    ...table(call),
    ...(changes && { data: field(changes, "$SET") ?? changes }),
    ...(first && second && { where: first }),
  };
}

function where(call: CallView): Pick<CallDefinition, "where"> {
  const [first] = call.arguments;
  return first ? { where: first } : {};
}

function table(call: CallView): { readonly target?: string } {
  const name = call.name(call.client);
  return name ? { target: `=${name}` } : {};
}
