// https://lucid.adonisjs.com/docs/select-query-builder · https://lucid.adonisjs.com/docs/raw-query-builder · https://lucid.adonisjs.com/docs/transactions
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, conditionsOf, named, tableName } from "./reading/chain.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "Lucid database service",
  system: "database",
  category: "database",
  packages: ["@adonisjs/lucid/services/db", "@adonisjs/lucid/database", "@ioc:Adonis/Lucid/Database"],
  clients: ["new Database()", "default", ""],
  same: ["connection"],
  builders: ["from", "table", "query", "insertQuery"],
  calls: {
    rawQuery: (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    "raw|ref|knexRawQuery": () => undefined,
    "from|table|query|insertQuery": chain,
    "from()|table()|query()|insertQuery().**": chain,
  },
  transactions: { transaction: { callback: 0, client: 0 } },
});

function chain(call: CallView): CallDefinition | undefined {
  const steps = chainOf(call);
  const [from] = named(steps, "from", "table");
  const table = tableName(call.name(from?.arguments[0]));
  const where = conditionsOf(
    call.terms,
    steps.filter(({ name }) => /^(?:where|andWhere)(?!Raw|Exists)/.test(name)),
  );
  const common = { ...table, ...(where && { where }) };
  const insert = named(steps, "insert", "multiInsert")[0];
  if (insert) {
    const conflict = named(steps, "onConflict", "knexQuery")[0];
    return { access: "write", operation: conflict ? "call" : "insert", ...table, data: insert.arguments[0] ?? "$0" };
  }
  const update = named(steps, "update")[0];
  if (update)
    return { access: "write", operation: "set", ...common, ...(update.arguments[0] && { data: update.arguments[0] }) };
  if (named(steps, "increment", "decrement")[0]) return { access: "write", operation: "increment", ...common };
  if (named(steps, "delete", "del", "truncate")[0]) return { access: "write", operation: "delete", ...common };
  return from ? { access: "read", ...common, ...(named(steps, "forUpdate")[0] && { lock: true }) } : undefined;
}
