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
  related: { calls: ["$relatedQuery", "relatedQuery"], by: "relationMappings", class: "modelClass" },
  ofQueries:
    /^(?:(?:insert|patch|update|upsert)(?:AndFetch|AndFetchById|Graph|GraphAndFetch)?|delete(?:ById)?|increment|decrement|(?:un)?relate|find(?:One|ById|ByIds)?|(?:and|or)?where\w*|for(?:Update|Share))$/i,
  finds: ["Model", "query()"],
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
  const start = steps.findLastIndex(({ name }) => STARTS.test(name));
  const own = steps.slice(Math.max(start, 0));
  const table = tableOf(call);
  const row = rowOf(call);
  const where = conditionOf(call, own, row);
  const common = { ...table, ...(where && { where }) };
  for (const [operation, names, index] of WRITES) {
    const step = own.find(({ name }) => names.test(name));
    if (step) return write(own, operation, belowRow(call, step.arguments[index], operation, row), common);
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
    return {
      ...row,
      operation: "upsert",
      conflict: list.flatMap((column) => columnName(column) ?? []),
      ...(named(steps, "merge").length > 0 && !where && { givesAnyway: true }),
    };
  }
  const changed =
    operation === "set" && increments(data) ? "increment" : operation === "set" && turns(data) ? "toggle" : operation;
  return { access: "write", operation: changed, ...common, ...(data && operation !== "increment" && { data }) };
}

/** `query()` of a class is about its table; `$relatedQuery("lines")` about the rows that the relation leads to. */
function tableOf(call: CallView): { readonly target?: string } {
  const relation = relationOf(call);
  if (!relation) return tableName(call.name(call.client));
  return { target: `=${call.name(call.related(relation.of, relation.name)) ?? relation.name}` };
}

interface Relation {
  readonly of: Term | undefined;
  readonly name: string;
}

/** The last relation that the chain goes along. */
function relationOf(call: CallView): Relation | undefined {
  const own = RELATED.test(call.path.at(-1) ?? "") ? literalText(call.arguments[0]) : undefined;
  if (own !== undefined) return { of: call.receiver, name: own };
  let segments = call.path.length - 1;
  for (let term = call.receiver; term?.kind === "external" && segments > 0; term = term.base, segments--) {
    const name = RELATED.test(term.path.at(-1)?.replace("()", "") ?? "") && literalText(term.arguments?.[0]);
    if (name) return { of: term.base, name };
  }
  return undefined;
}

interface Row {
  readonly row: Term;
  /** The row itself is changed; otherwise what stands below it. */
  readonly itself: boolean;
}

/** The row that `$query()` and `$relatedQuery("lines")` are called on. */
function rowOf(call: CallView): Row | undefined {
  const last = call.path.at(-1);
  if (last !== undefined && OF_ROW.test(last) && call.receiver)
    return { row: call.receiver, itself: last === "$query" };
  let segments = call.path.length - 1;
  for (let term = call.receiver; term?.kind === "external" && segments > 0; term = term.base, segments--) {
    const name = term.path.at(-1)?.replace("()", "") ?? "";
    if (OF_ROW.test(name)) return term.base && { row: term.base, itself: name === "$query" };
  }
  return undefined;
}

const STARTS = /^(?:\$?query|\$?relatedQuery)$/;
const RELATED = /^\$?relatedQuery$/;
const OF_ROW = /^\$(?:query|relatedQuery)$/;

/** What is added below a row is tied to it, whatever else is given. */
function belowRow(
  { terms }: CallView,
  data: Term | undefined,
  operation: Operation,
  row: Row | undefined,
): Term | undefined {
  if (!data || !row || row.itself || operation !== "insert") return data;
  return terms.object([...(data.kind === "object" ? data.fields : [{ value: data }]), { key: BELOW, value: row.row }]);
}

/** Stands for the column that points to the row, which only the model's relations name. */
const BELOW = "$row";

function conditionOf(call: CallView, steps: readonly ChainCall[], row: Row | undefined): Term | undefined {
  const found = conditionsIn(call, steps);
  if (!row) return found;
  if (row.itself && !found) return row.row;
  const tie = { key: row.itself ? "id" : BELOW, value: row.row };
  return call.terms.object([...(found?.kind === "object" ? found.fields : []), tie]);
}

function conditionsIn(call: CallView, steps: readonly ChainCall[]): Term | undefined {
  const conditions = steps.flatMap((step): readonly ChainCall[] => {
    const [first] = step.arguments;
    if (/^(?:findById|deleteById|findByIds|patchAndFetchById|updateAndFetchById)$/.test(step.name) && first)
      return [{ name: "where", arguments: [call.terms.literal("id"), first] }];
    if (step.name === "findOne") return [{ name: "where", arguments: step.arguments }];
    return /^(?:where|andWhere)(?!Raw|Exists|Json)/.test(step.name) ? [step] : [];
  });
  return conditionsOf(call.terms, conditions);
}
