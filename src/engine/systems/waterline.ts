// https://sailsjs.com/documentation/reference/waterline-orm/models · https://sailsjs.com/documentation/reference/waterline-orm/queries
import type { Term, TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, named } from "./reading/chain.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { choicesOf, field, keysOf } from "./reading/terms.ts";

const READS = "find|findOne|count|sum|avg|stream";
const WRITES =
  "create|createEach|findOrCreate|update|updateOne|destroy|destroyOne|archive|archiveOne|addToCollection|removeFromCollection|replaceCollection";

const METHODS = `${READS}|${WRITES}`;

export default defineSystem({
  title: "Waterline",
  system: "database",
  category: "database",
  // The models of an application are global names, and members of the global `sails`.
  packages: ["waterline", "global:sails"],
  lookUps: /^findOne$/,
  clients: ["models.*", ""],
  builders: [METHODS, "sendNativeQuery", "getDatastore().sendNativeQuery"],
  // https://sailsjs.com/documentation/reference/waterline-orm/queries
  links:
    /^(?:where|limit|skip|sort|paginate|select|omit|populate|populateAll|set|members|meta|fetch|decrypt|usingConnection|intercept|tolerate|timeout|retry|eachRecord|eachBatch|log|exec|toPromise)$/,
  calls: {
    sendNativeQuery: native,
    "sendNativeQuery().**": native,
    "getDatastore().sendNativeQuery": native,
    "getDatastore().sendNativeQuery().**": native,
    [METHODS]: query,
    [`${METHODS.replaceAll("|", "()|")}().**`]: query,
  },
  transactions: { "getDatastore().transaction": { callback: 0 } },
});

function query(call: CallView): CallDefinition | undefined {
  const [first, ...rest] = chainOf(call);
  if (!first) return undefined;
  const [asked, given] = first.arguments;
  const where = conditions(call, named(rest, "where").at(-1)?.arguments[0] ?? asked);
  const data = written(call, named(rest, "set").at(-1)?.arguments[0] ?? given);
  const model = call.client.kind === "external" ? call.client.path.at(-1) : undefined;
  const target = `=${model ?? ""}`;
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
      return { access: "write", operation: "insert", target, ...(asked && { data: written(call, asked) ?? asked }) };
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

/** `{ ...values }` of an object that is written out has the fields of that, of one of several those of all. */
function written(call: CallView, data: Term | undefined): Term | undefined {
  if (data?.kind !== "object" || data.fields.every(({ key }) => key !== undefined)) return data;
  return call.terms.object(fieldsIn(call, data));
}

function fieldsIn(call: CallView, { fields }: Term & { readonly kind: "object" }): readonly TermField[] {
  return fields.flatMap((one) => {
    if (one.key !== undefined) return [one];
    const ways = choicesOf(one.value).map((way) => (way.kind === "object" ? fieldsIn(call, way) : undefined));
    if (ways.length === 1) return ways[0] ?? [one];
    const keys = new Set(ways.flatMap((way) => way?.map(({ key }) => key) ?? [undefined]));
    return [...keys].flatMap((key) => {
      if (key === undefined) return [one];
      const values = new Set(ways.map((way) => way?.findLast((field) => field.key === key)?.value));
      const [only] = values;
      return [{ key, value: values.size === 1 && only ? only : call.terms.unknown([...values].filter(isThere)) }];
    });
  });
}

function isThere(value: Term | undefined): value is Term {
  return value !== undefined;
}

/** `{ id }`, `{ where: { id }, limit: 5 }`, or the id itself. */
function conditions(call: CallView, asked: Term | undefined): Pick<CallDefinition, "where"> {
  if (!asked || asked.kind === "undefined") return {};
  const where = field(asked, "where") ?? asked;
  const isId =
    where.kind === "literal" ||
    (where.kind === "input" && where.path.length > 0) ||
    where.kind === "member" ||
    // `order.id` of a row that was found.
    (where.kind === "external" && where.base !== undefined && where.arguments === undefined);
  return { where: isId ? call.terms.object([{ key: "id", value: where }]) : where };
}

function native(call: CallView): readonly CallDefinition[] {
  const [text, values] = named(chainOf(call), "sendNativeQuery")[0]?.arguments ?? [];
  return sqlEffects(call, text, values);
}
