// https://docs.convex.dev/database/writing-data · /database/reading-data · /file-storage · /scheduling/scheduled-functions · /client/nextjs/app-router/server-rendering
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallReader, type CallView, defineSystem } from "./define-system.ts";
import { argumentOf, literalText } from "./reading/terms.ts";

const DATABASE: Readonly<Record<string, CallDefinition | CallReader>> = {
  insert: { access: "write", operation: "insert", target: "$0", data: "$1" },
  "patch|replace": (call) => {
    const { id, rest, table } = documentOf(call, 3);
    return { access: "write", operation: "set", ...table, where: byId(call, id), ...(rest && { data: rest }) };
  },
  delete: (call) => {
    const { id, table } = documentOf(call, 2);
    return { access: "write", operation: "delete", ...table, where: byId(call, id) };
  },
  get: (call) => {
    const { id, table } = documentOf(call, 2);
    return { access: "read", ...table, where: byId(call, id), lock: true };
  },
  "query().**.first|unique|collect|take|paginate": chain,
};

export default defineSystem({
  title: "Convex",
  category: "database",
  packages: ["convex/server", "convex/nextjs", "convex/browser"],
  generatedIn: /(?:^|\/)_generated\/(?:server|api)(?:\.js)?$/,
  generatedExports:
    /^(?:(?:internal)?(?:query|mutation|action)|httpAction|api|internal|\w+Ctx|Database(?:Reader|Writer))$/i,
  clients: [
    ...["Query", "Mutation", "Action"].flatMap((kind) => [`new ${kind}Ctx()`, `new Generic${kind}Ctx()`]),
    ...["Reader", "Writer"].flatMap((kind) => [`new Database${kind}()`, `new GenericDatabase${kind}()`]),
    "new ConvexHttpClient()",
    "",
  ],
  builders: ["db.query", "query"],
  calls: {
    ...Object.fromEntries(Object.entries(DATABASE).map(([path, does]) => [`db.${path}`, does])),
    ...DATABASE,
    "scheduler.runAfter|runAt": (call) => {
      const [, reference] = call.arguments;
      const name = reference?.kind === "external" ? reference.path.slice(1).join(".") : undefined;
      const target = name ? { target: `=${name}` } : {};
      return { access: "publish", category: "queue", system: "convex-scheduler", ...target, data: "$2" };
    },
    "storage.delete": { access: "write", operation: "delete", category: "filestore", where: "$0" },
    "storage.store": { access: "write", operation: "insert", category: "filestore", data: "$0" },
    "storage.getUrl|get|getMetadata": { access: "read", category: "filestore" },
    // From outside: Next.js, a server of another kind.
    "fetchMutation|fetchAction|mutation|action": { access: "call", category: "externalApi", data: "$1" },
    "fetchQuery|preloadQuery": { access: "read", category: "externalApi" },
  },
});

/** `get(id)` and `patch(id, fields)`, or with the table ahead: `patch("orders", id, fields)`. */
function documentOf(
  call: CallView,
  full: number,
): { readonly id: Term | undefined; readonly rest: Term | undefined; readonly table: { readonly target?: string } } {
  const named = call.arguments.length === full ? literalText(call.arguments[0]) : undefined;
  const [id, rest] = named === undefined ? call.arguments : call.arguments.slice(1);
  const table = named ?? literalText(argumentOf(id, "query", 0)) ?? literalText(argumentOf(id, "insert", 0));
  return { id, rest, table: table === undefined ? {} : { target: `=${table}` } };
}

function byId(call: CallView, id: Term | undefined): Term {
  return call.terms.object([id ? { key: "_id", value: id } : { value: call.terms.unknown([]) }]);
}

/** `db.query("orders").withIndex("by_user", (q) => q.eq("userId", user._id)).first()` */
function chain(call: CallView): CallDefinition {
  const conditions = ["withIndex", "filter", "withSearchIndex"].flatMap((name) => {
    const given = call.earlier(name, name === "filter" ? 0 : 1);
    return given?.kind === "function" ? [call.returned(given, [call.external("convex/server")]) ?? given] : [];
  });
  const where = call.terms.object(conditions.flatMap((condition) => fieldsOf(call, condition)));
  return { access: "read", target: "$query().0", where, lock: true };
}

function fieldsOf(call: CallView, condition: Term): readonly { readonly key?: string; readonly value: Term }[] {
  const fields: { readonly key?: string; readonly value: Term }[] = [];
  for (let term: Term | undefined = condition; term?.kind === "external"; term = term.base) {
    const name = (term.path.at(-1) ?? "").replace(/\(\)$/, "");
    const [first, second] = term.arguments ?? [];
    if (name === "and") for (const part of term.arguments ?? []) fields.push(...fieldsOf(call, part));
    const column = literalText(first) ?? literalText(argumentOf(first, "field", 0));
    if (column === undefined || second === undefined) continue;
    const value = name === "eq" ? second : call.terms.operation(name, [call.terms.unknown([]), second]);
    fields.push({ key: column, value });
  }
  return fields.length > 0 ? fields.reverse() : [{ value: condition }];
}
