// https://github.com/pocketbase/js-sdk#usage · https://pocketbase.io/docs/api-records
import type { Operation } from "../model/effect.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { namedTarget } from "./reading/name-text.ts";

export default defineSystem({
  title: "PocketBase",
  category: "database",
  packages: ["pocketbase"],
  clients: ["new default()", "new PocketBase()", "new Client()"],
  calls: {
    "collection().getOne": (call) => byId(call, "read"),
    "collection().getList|getFullList|getFirstListItem": (call) => ({ access: "read", ...table(call) }),
    "collection().create": (call) => ({ access: "write", operation: "insert", ...table(call), data: "$0" }),
    "collection().update": (call) => ({ ...byId(call, "set"), data: "$1" }),
    "collection().delete": (call) => byId(call, "delete"),
    "collection().request*|confirm*": (call) => ({ access: "call", ...table(call) }),
    "collection().subscribe|unsubscribe": () => undefined,
  },
  guards: {
    "new default().collection().authRefresh()|authWithPassword()": { kind: "authentication", how: "throws" },
  },
});

function byId(call: CallView, operation: Operation): CallDefinition {
  const [id] = call.arguments;
  const where = id && { where: call.terms.object([{ key: "id", value: id }]) };
  return { access: operation === "read" ? "read" : "write", operation, ...table(call), ...where };
}

function table(call: CallView): { readonly target?: string } {
  return namedTarget(call.earlier("collection", 0));
}
