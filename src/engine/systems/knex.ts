// https://knexjs.org/guide/query-builder.html
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { type ChainCall, chainOf, columnName, conditionsOf, named, tableName } from "./reading/chain.ts";
import { rowInConflict } from "./reading/conflict-row.ts";
import { definedQueries, joinedReads, joinsOf } from "./reading/joined-tables.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { sqlDatabase } from "./reading/sql-database.ts";
import { asksForVersion, increments, turns } from "./reading/sql-expression.ts";
import { itemsOf } from "./reading/terms.ts";

const MADE = ["default()", "knex()", "Knex()", "new Knex()", "Knex.new Transaction()"];

export default defineSystem({
  title: "Knex",
  system: (call) => sqlDatabase(call.at("$default().0.client|$knex().0.client|$Knex().0.client")),
  category: "database",
  packages: ["knex"],
  // knex("orders") calls the client itself.
  clients: [...MADE.map((made) => `${made}.transaction()`), ...MADE].flatMap((made) => [`${made}()`, made]),
  same: ["withSchema"],
  builders: ["*"],
  changesInPlace: true,
  calls: {
    raw: (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    batchInsert: { access: "write", operation: "insert", target: "$0", data: "$1" },
    // const trx = await knex.transaction()
    transaction: ({ arguments: [work] }) =>
      work?.kind === "function" ? undefined : { access: "call", transaction: "begin" },
    "commit|rollback": { access: "call", transaction: "end" },
    "schema|fn|client.**": () => undefined,
    "destroy|ref": () => undefined,
    "**": chain,
  },
  transactions: { transaction: { callback: 0, client: 0 } },
});

function chain(call: CallView): readonly CallDefinition[] {
  const steps = chainOf(call);
  const where = conditionsOf(call.terms, conditions(steps));
  const own = ownEffect(call, steps, where);
  // A query that the statement itself defines is read where it is defined.
  const defined = definedQueries(steps);
  const isDefined = own?.access === "read" && defined.has(own.target?.slice(1) ?? "");
  const joined = joinsOf(steps).flatMap(({ arguments: [table] }) => joinedName(call, table) ?? []);
  return [
    ...(own && !isDefined ? [own] : []),
    ...joinedReads(
      call,
      joined.filter((name) => !defined.has(name)),
      where,
    ),
  ];
}

/** `join("users as u", …)`, `join({ u: "users" }, …)`. */
function joinedName(call: CallView, table: Term | undefined): string | undefined {
  const name = table?.kind === "object" ? table.fields[0]?.value : table;
  return name?.kind === "function" ? undefined : tableName(call.name(name)).target?.slice(1);
}

function ownEffect(call: CallView, steps: readonly ChainCall[], where: Term | undefined): CallDefinition | undefined {
  const table = tableOf(call, steps);
  const common = { ...table, ...(where && { where }) };
  const insert = named(steps, "insert", "upsert")[0];
  if (insert) {
    const base = { access: "write", ...table, ...(insert.arguments[0] && { data: insert.arguments[0] }) } as const;
    const conflict = named(steps, "onConflict")[0];
    const merge = named(steps, "merge")[0];
    if (!conflict || !(merge || named(steps, "ignore")[0])) return { ...base, operation: "insert" };
    const operation = increments(merge?.arguments[0]) ? "increment" : "upsert";
    const returned = named(steps, "returning").flatMap((step) => step.arguments);
    const tells = !merge || named(steps, "where", "andWhere", "whereRaw").length > 0 || asksForVersion(returned);
    const columns = columnsOf(conflict);
    const changed = tells ? {} : { givesAnyway: true, ...rowInConflict(call.terms, insert.arguments[0], columns) };
    return { ...base, operation, conflict: columns, ...changed };
  }
  const update = named(steps, "update")[0];
  if (update) {
    const [first, second] = update.arguments;
    const column = columnName(first);
    const data = column !== undefined && second ? call.terms.object([{ key: column, value: second }]) : first;
    return {
      access: "write",
      operation: increments(data) ? "increment" : turns(data) ? "toggle" : "set",
      ...common,
      ...(data && { data }),
    };
  }
  const change = named(steps, "increment", "decrement")[0];
  if (change) return { access: "write", operation: "increment", ...common };
  if (named(steps, "del", "delete", "truncate").length > 0) return { access: "write", operation: "delete", ...common };
  if (table.target === undefined) return undefined;
  return { access: "read", ...common, ...(named(steps, "forUpdate", "forShare").length > 0 && { lock: true }) };
}

function tableOf(call: CallView, steps: readonly ChainCall[]): { readonly target?: string } {
  const from = named(steps, "from", "into", "table")[0]?.arguments[0];
  const called = call.at(
    "$default()().0|$knex()().0|$Knex()().0|$new Knex()().0|$new Transaction()().0|$transaction()().0",
  );
  return tableName(call.name(from ?? called));
}

function conditions(steps: readonly ChainCall[]): readonly ChainCall[] {
  return steps.filter(({ name }) => /^(?:where|andWhere)(?!Raw)/.test(name));
}

function columnsOf({ arguments: [columns] }: ChainCall): readonly string[] {
  const list = columns?.kind === "array" ? itemsOf(columns) : columns ? [columns] : [];
  return list.flatMap((column) => columnName(column) ?? []);
}
