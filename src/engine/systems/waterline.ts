// https://sailsjs.com/documentation/reference/waterline-orm/models · https://sailsjs.com/documentation/reference/waterline-orm/queries
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, named } from "./reading/chain.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, keysOf } from "./reading/terms.ts";

const READS = "find|findOne|count|sum|avg|stream";
const WRITES =
  "create|createEach|findOrCreate|update|updateOne|destroy|destroyOne|archive|archiveOne|addToCollection|removeFromCollection|replaceCollection";

export default defineSystem({
  title: "Waterline",
  system: "database",
  category: "database",
  // The models of an application are global names, and members of the global `sails`.
  packages: ["waterline", "global:sails"],
  lookUps: /^findOne$/,
  clients: ["models", ""],
  builders: [`*.${READS}|${WRITES}`],
  calls: {
    sendNativeQuery: native,
    "getDatastore().sendNativeQuery": native,
    "*.getDatastore().sendNativeQuery": native,
    "*.**": query,
  },
  transactions: { "getDatastore().transaction": { callback: 0 } },
});

function query(call: CallView): CallDefinition | undefined {
  const [first, ...rest] = chainOf(call);
  if (!first) return undefined;
  const [asked, given] = first.arguments;
  const where = conditions(call, named(rest, "where").at(-1)?.arguments[0] ?? asked);
  const data = named(rest, "set").at(-1)?.arguments[0] ?? given;
  const target = "$*";
  switch (first.name) {
    case "find":
    case "findOne":
    case "count":
    case "sum":
    case "avg":
    case "stream":
      return { access: "read", target, ...where };
    case "create":
    case "createEach":
      return { access: "write", operation: "insert", target, ...(asked && { data: asked }) };
    case "findOrCreate":
      return { access: "write", operation: "upsert", target, ...where, conflict: keysOf(asked), ...(data && { data }) };
    case "update":
    case "updateOne":
    case "archive":
    case "archiveOne":
      return { access: "write", operation: "set", target, ...where, ...(data && { data }) };
    case "destroy":
    case "destroyOne":
      return { access: "write", operation: "delete", target, ...where };
    case "addToCollection":
    case "removeFromCollection":
    case "replaceCollection":
      return { access: "write", operation: "set", target, ...where };
    default:
      return undefined;
  }
}

/** `{ id }`, `{ where: { id }, limit: 5 }`, or the id itself. */
function conditions(call: CallView, asked: Term | undefined): Pick<CallDefinition, "where"> {
  if (!asked || asked.kind === "undefined") return {};
  const where = field(asked, "where") ?? asked;
  const isId = where.kind === "literal" || (where.kind === "input" && where.path.length > 0) || where.kind === "member";
  return { where: isId ? call.terms.object([{ key: "id", value: where }]) : where };
}

function native(call: CallView): readonly CallDefinition[] {
  return sqlEffects(call, call.arguments[0], call.arguments[1]);
}
