// https://vincit.github.io/objection.js/guide/query-examples.html · https://vincit.github.io/objection.js/api/query-builder/mutate-methods.html
import type { Operation } from "../model/effect.ts";
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { type ChainCall, chainOf, columnName, conditionsOf, named, tableName } from "./reading/chain.ts";
import { increments, turns } from "./reading/sql-expression.ts";
import { itemsOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Objection",
  system: "database",
  category: "database",
  packages: ["objection"],
  clients: ["Model", "new Model()"],
  same: ["bindKnex", "bindTransaction"],
  builders: ["query", "$query", "$relatedQuery", "relatedQuery"],
  changesInPlace: true,
  restarts: ["$query", "$relatedQuery"],
  calls: {
    "query|$query|$relatedQuery|relatedQuery": chain,
    "query().**": chain,
    "relatedQuery().**": chain,
    "$query().**": chain,
    "$relatedQuery().**": chain,
    // A row that was found: (await Order.query().findById(id)).$query().patch({ … })
    "**.$query().*": chain,
    "**.$relatedQuery().*": chain,
    startTransaction: { access: "call", transaction: "begin" },
    "knexQuery|knex|fn|raw|ref|fromJson|tableName": () => undefined,
  },
  transactions: { transaction: { callback: 0 } },
});

/** What the last of these calls does, with the position of its row. */
const WRITES: readonly (readonly [Operation, RegExp, number])[] = [
  ["insert", /^insert(?:AndFetch|Graph|GraphAndFetch|WithRelated)?$/, 0],
  ["upsert", /^upsertGraph(?:AndFetch)?$/, 0],
  ["set", /^(?:patch|update)(?:AndFetch)?$/, 0],
  ["set", /^(?:patch|update)AndFetchById$/, 1],
  ["increment", /^(?:increment|decrement)$/, 1],
  ["delete", /^(?:delete|deleteById|unrelate)$/, 0],
  ["insert", /^relate$/, 0],
];

function chain(call: CallView): CallDefinition {
  const steps = chainOf(call);
  // On a row, what counts is what stands behind its own query.
  const start = steps.findLastIndex(({ name }) => /^(?:\$?query|\$?relatedQuery)$/.test(name));
  const own = steps.slice(Math.max(start, 0));
  const table = tableOf(call, own[0]);
  const where = conditionOf(call, own);
  const common = { ...table, ...(where && { where }) };
  for (const [operation, names, index] of WRITES) {
    const step = own.find(({ name }) => names.test(name));
    if (step) return write(own, operation, step.arguments[index], common);
  }
  return { access: "read", ...common, ...(named(own, "forUpdate", "forShare").length > 0 && { lock: true }) };
}

function write(
  steps: readonly ChainCall[],
  operation: Operation,
  data: Term | undefined,
  common: Pick<CallDefinition, "target" | "where">,
): CallDefinition {
  if (operation === "delete") return { access: "write", operation, ...common };
  if (operation === "insert") {
    const conflict = named(steps, "onConflict")[0];
    const { where, ...target } = common;
    const row = { access: "write", ...target, ...(data && { data }) } as const;
    if (!conflict || named(steps, "merge", "ignore").length === 0) return { ...row, operation };
    const [columns] = conflict.arguments;
    const list = columns?.kind === "array" ? itemsOf(columns) : columns ? [columns] : [];
    return { ...row, operation: "upsert", conflict: list.flatMap((column) => columnName(column) ?? []) };
  }
  const changed =
    operation === "set" && increments(data) ? "increment" : operation === "set" && turns(data) ? "toggle" : operation;
  return { access: "write", operation: changed, ...common, ...(data && operation !== "increment" && { data }) };
}

/** `query()` of a class is about its table; `$relatedQuery("lines")` about the rows that the relation names. */
function tableOf(call: CallView, start: ChainCall | undefined): { readonly target?: string } {
  const relation = start && /elatedQuery$/.test(start.name) ? literalText(start.arguments[0]) : undefined;
  return relation === undefined ? tableName(call.name(call.client)) : { target: `=${relation}` };
}

function conditionOf(call: CallView, steps: readonly ChainCall[]): Term | undefined {
  const conditions = steps.flatMap((step): readonly ChainCall[] => {
    const [first] = step.arguments;
    if (/^(?:findById|deleteById|findByIds|patchAndFetchById|updateAndFetchById)$/.test(step.name) && first)
      return [{ name: "where", arguments: [call.terms.literal("id"), first] }];
    if (step.name === "findOne") return [{ name: "where", arguments: step.arguments }];
    return /^(?:where|andWhere)(?!Raw|Exists|Json)/.test(step.name) ? [step] : [];
  });
  return conditionsOf(call.terms, conditions);
}
