// https://kysely.dev/docs/category/insert · https://kysely.dev/docs/category/join · https://kysely.dev/docs/category/cte · https://kysely-org.github.io/kysely-apidoc/
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { type ChainCall, callsTo, chainOf, conditionsOf, named, tableName } from "./reading/chain.ts";
import { rowInConflict } from "./reading/conflict-row.ts";
import { definedQueries, joinedReads, joinsOf } from "./reading/joined-tables.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { sqlDatabase } from "./reading/sql-database.ts";
import { appends, asksForVersion, increments, turns } from "./reading/sql-expression.ts";
import { argumentOf, itemsOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Kysely",
  system: (call) => sqlDatabase(call.at("$Kysely().0.dialect")),
  category: "database",
  packages: ["kysely"],
  clients: ["new Kysely()", "new Transaction()", "sql()"],
  same: ["withSchema", "withPlugin"],
  builders: [
    "selectFrom",
    "insertInto",
    "updateTable",
    "deleteFrom",
    "replaceInto",
    "mergeInto",
    "with",
    "withRecursive",
  ],
  calls: {
    // sql`…`.execute(db)
    execute: (call) => sqlEffects(call, call.earlier("sql", 0)),
    "**": chain,
  },
  transactions: { "transaction().execute": { callback: 0, client: 0, as: "new Transaction()" } },
});

const STARTS = /^(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/;
/** Parts of expressions, made with what a callback is given: `(eb) => eb.exists(…)`, `(oc) => oc.column("id").doNothing()`. */
const PARTS =
  /^(?:exists|not|and|or|ref|val|lit|eb|between|parens|cast|neg|unary|tuple|refTuple|case|when|then|else|end|fn|columns?|constraint|doNothing|doUpdateSet|on|onRef|onTrue|onVal)$/;

function chain(call: CallView): readonly CallDefinition[] {
  const all = chainOf(call);
  if (PARTS.test(all.at(-1)?.name ?? "")) return [];
  // A query within a callback goes on from the query around it: `where((eb) => eb.exists(eb.selectFrom("items")))`.
  const begin = all.findLastIndex(({ name }) => STARTS.test(name));
  const [start, ...rest] = all.slice(begin < 0 ? all.length : begin);
  if (!start) return [];
  const where = conditionsOf(call.terms, [...named(rest, "where"), ...joinConditions(call, rest)]);
  const condition = where ? { where } : {};
  const defined = definedQueries(all);
  const [first, ...others] = tablesOf(call, start.arguments[0], defined);
  const using = named(rest, "from", "using").flatMap(({ arguments: [table] }) => tablesOf(call, table, defined));
  const joins = joinsOf(rest).flatMap(({ arguments: [table] }) => tablesOf(call, table, defined));
  const joined = joinedReads(call, [...others, ...using, ...joins], where);
  const target = first === undefined ? {} : { target: `=${first}` };
  switch (start.name) {
    case "insertInto": {
      const common = { access: "write", ...target, data: "$values().0" } as const;
      const resolved = conflictOf(call, rest);
      const { conflict = [], givesAnyway } = resolved ?? {};
      const changed = givesAnyway ? rowInConflict(call.terms, named(rest, "values")[0]?.arguments[0], conflict) : {};
      return [{ ...common, operation: "insert", ...resolved, ...changed }, ...joined];
    }
    case "replaceInto":
    case "mergeInto":
      return [{ access: "write", operation: "upsert", ...target, conflict: [] }, ...joined];
    case "updateTable": {
      const set = named(rest, "set")[0]?.arguments[0];
      const operation = increments(set) ? "increment" : turns(set) ? "toggle" : appends(set) ? "append" : "set";
      return [{ access: "write", operation, ...target, data: "$set().0", ...condition }, ...joined];
    }
    case "deleteFrom":
      return [{ access: "write", operation: "delete", ...target, ...condition }, ...joined];
    default: {
      // What the statement itself defines is read where it is defined.
      if (first === undefined && isDefined(call, start.arguments[0], defined)) return joined;
      const lock = named(rest, "forUpdate", "forShare", "forNoKeyUpdate").length > 0;
      return [{ access: "read", ...target, ...condition, ...(lock && { lock: true }) }, ...joined];
    }
  }
}

/**
 * What becomes of a row that is there already: `onConflict((oc) => oc.columns(["team", "email"]).doUpdateSet({ … }))`.
 * https://kysely-org.github.io/kysely-apidoc/classes/InsertQueryBuilder.html#onConflict
 */
function conflictOf(
  call: CallView,
  steps: readonly ChainCall[],
): Pick<CallDefinition, "operation" | "conflict" | "givesAnyway"> | undefined {
  const given = named(steps, "onConflict")[0]?.arguments[0];
  const clause = given && built(call, given);
  const set = argumentOf(clause, "doUpdateSet", 0) ?? named(steps, "onDuplicateKeyUpdate")[0]?.arguments[0];
  if (!given && !set && named(steps, "ignore", "orIgnore", "orReplace").length === 0) return undefined;
  const changes = set && built(call, set);
  const columns = itemsOf(argumentOf(clause, "columns", 0)).concat(argumentOf(clause, "column", 0) ?? []);
  const returned = named(steps, "returning").flatMap((step) => step.arguments);
  const tells = argumentOf(clause, "where", 0) !== undefined || asksForVersion(returned);
  return {
    operation: increments(changes) ? "increment" : "upsert",
    conflict: columns.flatMap((column) => literalText(column) ?? []),
    ...(changes && !tells && { givesAnyway: true }),
  };
}

/**
 * Rows of both tables alone are found: `innerJoin("members", (join) => join.onRef(…).on("members.user_id", "=", user.id))`.
 * https://kysely.dev/docs/examples/join/complex-join
 */
function joinConditions(call: CallView, steps: readonly ChainCall[]): readonly ChainCall[] {
  return named(steps, "innerJoin", "innerJoinLateral").flatMap(({ arguments: [, given] }) =>
    given?.kind === "function" ? named(callsTo(built(call, given)), "on") : [],
  );
}

/** What a callback makes with the builder that it is given. */
function built(call: CallView, given: Term): Term {
  return (given.kind === "function" ? call.returned(given, [call.external("kysely")]) : undefined) ?? given;
}

/** `"orders"`, `"orders as o"`, `["orders", "items as i"]`, without queries that the statement defines. */
function tablesOf(call: CallView, given: Term | undefined, defined: ReadonlySet<string>): readonly string[] {
  const list = given?.kind === "array" ? itemsOf(given) : given ? [given] : [];
  return list.flatMap((one) => {
    const name = one.kind === "function" ? undefined : tableName(call.name(one)).target?.slice(1);
    return name === undefined || defined.has(name) ? [] : [name];
  });
}

function isDefined(call: CallView, given: Term | undefined, defined: ReadonlySet<string>): boolean {
  return defined.has(tableName(call.name(given)).target?.slice(1) ?? "");
}
