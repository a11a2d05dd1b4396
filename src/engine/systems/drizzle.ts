// https://orm.drizzle.team/docs/joins · https://orm.drizzle.team/docs/insert · https://orm.drizzle.team/docs/update · https://orm.drizzle.team/docs/rqb
import type { Term, TermField } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem, type TermMaker } from "./define-system.ts";
import { type ChainCall, chainOf, named } from "./reading/chain.ts";
import { rowInConflict } from "./reading/conflict-row.ts";
import { joinedReads, joinsOf } from "./reading/joined-tables.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { appends, asksForVersion, increments, turns } from "./reading/sql-expression.ts";
import { argumentOf, field, itemsOf, made } from "./reading/terms.ts";
import { unlimited } from "./reading/unlimited.ts";

export default defineSystem({
  title: "Drizzle",
  system: databaseOf,
  category: "database",
  packages: ["drizzle-orm"],
  clients: [
    "drizzle()",
    "withReplicas()",
    ..."NodePgDatabase PostgresJsDatabase PgDatabase PgTransaction NeonDatabase NeonHttpDatabase VercelPgDatabase PgliteDatabase PgAsyncDatabase MySqlDatabase MySql2Database MySqlTransaction PlanetScaleDatabase BaseSQLiteDatabase BetterSQLite3Database LibSQLDatabase DrizzleD1Database SQLiteTransaction BunSQLiteDatabase"
      .split(" ")
      .map((name) => `new ${name}()`),
  ],
  same: ["$primary"],
  builders: ["select", "selectDistinct", "selectDistinctOn", "insert", "update", "delete", "with"],
  calls: {
    "query.*.findFirst|findMany": (call) => ({
      access: "read",
      target: tableAsked(call),
      ...where(call.terms, conditionOf(call, call.at("$0.where"))),
    }),
    $count: (call) => ({ access: "read", target: "$0", ...where(call.terms, call.arguments[1]) }),
    "execute|run|all|get|values": (call) =>
      sqlEffects(call, call.arguments[0], undefined, { spell: (part) => spelled(call, part) }),
    "**": chain,
  },
  transactions: { transaction: { callback: 0, client: 0 }, batch: { callback: 0 } },
});

/** `db.query.usersTable.findFirst()`: the schema's table of that name, which the database may call `users`. */
function tableAsked(call: CallView): string {
  const [, name = ""] = call.path;
  const table = call.at(`$drizzle().1.schema.${name}|$drizzle().0.schema.${name}`);
  const own = table && call.name(table);
  return own === undefined ? "$*" : `=${own}`;
}

/** sql`delete from ${orders} where ${orders.id} = …`: tables and columns by their names. */
function spelled(call: CallView, part: Term): string | undefined {
  if (part.kind !== "external") return undefined;
  if (/[Tt]able\(\)$/.test(part.path.at(-1) ?? "")) return call.name(part);
  return /[Tt]able\(\)$/.test(part.path.at(-2) ?? "") ? part.path.at(-1) : undefined;
}

function chain(call: CallView): readonly CallDefinition[] {
  const steps = chainOf(call);
  const own = ownEffect(call, steps);
  const joins = [...joinsOf(steps), ...(own?.access === "write" ? named(steps, "from") : [])];
  const where = typeof own?.where === "object" ? own.where : undefined;
  const joined = joins.map(({ arguments: [table] }) => call.name(tableOf(call, table)));
  return [...(own ? [own] : []), ...joinedReads(call, joined, where)];
}

/**
 * `alias(users, "parent")` is its table, `db.select().from(orders).as("recent")`, `db.$with("recent").as(…)` and
 * `pgView("recent").as((builder) => …)` what they are made from. A view that the database alone describes is its own.
 */
function tableOf(view: CallView, given: Term | undefined): Term | undefined {
  const call = made(given);
  const [first] = call?.arguments ?? [];
  if (call?.name === "alias" || call?.name === "aliasedTable") return first;
  const described = given?.kind === "external" && /[vV]iew\(\)$/.test(given.path.at(-2) ?? "") ? given.base : undefined;
  if (call?.name === "existing") return described ?? given;
  if (call?.name !== "as") return given;
  const read = first?.kind === "function" ? view.returned(first, [view.external("drizzle-orm")]) : first;
  const query = read?.kind === "external" ? read : given;
  const start = ["from", "insert", "update", "delete"].flatMap((name) => argumentOf(query, name, 0) ?? []);
  return start[0] ? tableOf(view, start[0]) : described;
}

function ownEffect(call: CallView, steps: readonly ChainCall[]): CallDefinition | undefined {
  const one = (name: string) => named(steps, name)[0]?.arguments[0];
  const condition = conditions(call.terms, steps);
  const limit = named(steps, "where", "$dynamic").length === 0 ? unlimited(undefined) : {};

  const insertInto = one("insert");
  if (insertInto) {
    const table = { access: "write", target: "$insert().0", data: "$values().0" } as const;
    if (named(steps, "onConflictDoNothing", "onDuplicateKeyUpdate", "ignore").length > 0 || one("onConflictDoUpdate")) {
      const options = one("onConflictDoUpdate") ?? one("onConflictDoNothing") ?? one("onDuplicateKeyUpdate");
      const operation = increments(field(options, "set")) ? "increment" : "upsert";
      const returned = named(steps, "returning").flatMap((step) => step.arguments);
      const tells = ["where", "setWhere", "targetWhere"].some((name) => field(options, name) !== undefined);
      const conflict = columns(field(options, "target"));
      const asked = ["where", "setWhere"].flatMap((name) => {
        const condition = field(options, name);
        return condition ? conditionFields(call.terms, condition) : [];
      });
      return {
        ...table,
        operation,
        conflict,
        ...(one("onConflictDoUpdate") && rowInConflict(call.terms, one("values"), conflict, asked)),
        ...(one("onConflictDoUpdate") && !tells && !asksForVersion(returned) && { givesAnyway: true }),
      };
    }
    return { ...table, operation: "insert" };
  }
  if (one("update")) {
    const set = one("set");
    const operation = increments(set) ? "increment" : turns(set) ? "toggle" : appends(set) ? "append" : "set";
    return { access: "write", operation, target: "$update().0", data: "$set().0", ...condition, ...limit };
  }
  if (one("delete")) return { access: "write", operation: "delete", target: "$delete().0", ...condition, ...limit };
  if (named(steps, "from").length > 0) {
    const table = call.name(tableOf(call, one("from")));
    return {
      access: "read",
      ...(table !== undefined && { target: `=${table}` }),
      ...condition,
      ...(named(steps, "for").length > 0 && { lock: true }),
    };
  }
  return undefined;
}

function columns(target: Term | undefined): readonly string[] {
  const list = target?.kind === "array" ? itemsOf(target) : target ? [target] : [];
  return list.flatMap((column) => columnOf(column) ?? []);
}

/** `orders.id`: the property of the table's object. */
function columnOf(term: Term | undefined): string | undefined {
  if (term?.kind === "external") return term.path.at(-1)?.replace(/\(\)$/, "");
  return term?.kind === "member" ? term.name : undefined;
}

function conditions(terms: TermMaker, steps: readonly ChainCall[]): Pick<CallDefinition, "where"> {
  const given = named(steps, "where", "having", "innerJoin").map((step) =>
    step.name === "innerJoin" ? step.arguments[1] : step.arguments[0],
  );
  const fields = given.flatMap((condition) => (condition ? conditionFields(terms, condition) : []));
  return fields.length > 0 ? { where: terms.object(fields) } : {};
}

/** A condition may be a function of the columns and the operators: `where: (order, { eq }) => eq(order.id, id)`. */
function conditionOf(call: CallView, given: Term | undefined): Term | undefined {
  if (given?.kind !== "function") return given;
  const operators = call.external("drizzle-orm");
  return call.returned(given, [operators, operators]) ?? given;
}

function where(terms: TermMaker, condition: Term | undefined): Pick<CallDefinition, "where"> {
  return condition ? { where: terms.object(conditionFields(terms, condition)) } : {};
}

/** `and(eq(orders.id, id), gt(orders.total, 5))` as fields. */
function conditionFields(terms: TermMaker, condition: Term): readonly TermField[] {
  if (condition.kind === "object") return condition.fields;
  const call = made(condition);
  if (!call) return [{ value: terms.unknown([condition]) }];
  if (call.name === "and") return call.arguments.flatMap((part) => conditionFields(terms, part));
  const [left, right] = call.arguments;
  const column = columnOf(left);
  if (column === undefined || call.name === "or" || call.name === "sql" || call.name === "exists") {
    return [{ value: terms.unknown([...call.arguments]) }];
  }
  if (call.name === "isNull") return [{ key: column, value: terms.literal(null) }];
  const value = right ?? terms.unknown([]);
  return [{ key: column, value: call.name === "eq" ? value : terms.operation(call.name, [terms.unknown([]), value]) }];
}

function databaseOf({ client }: CallView): string {
  const name = client.kind === "external" ? client.package : "";
  if (/mysql|planetscale|tidb|singlestore/.test(name)) return "mysql";
  if (/sqlite|libsql|\bd1\b|durable|op-sqlite/.test(name)) return "sqlite";
  return "postgres";
}
