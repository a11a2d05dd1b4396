// https://kysely.dev/docs/category/insert · https://kysely-org.github.io/kysely-apidoc/
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, conditionsOf, named, tableName } from "./reading/chain.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { sqlDatabase } from "./reading/sql-database.ts";
import { appends, increments, turns } from "./reading/sql-expression.ts";

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
    execute: (call) => sqlEffects(call.terms, call.earlier("sql", 0)),
    "**": chain,
  },
  transactions: { "transaction().execute": { callback: 0, client: 0, as: "new Transaction()" } },
});

function chain(call: CallView): CallDefinition | undefined {
  const steps = chainOf(call);
  const where = conditionsOf(call.terms, named(steps, "where"));
  const start = (name: string) => named(steps, name)[0]?.arguments[0];
  const table = (name: string) => tableName(call.name(start(name)));
  const condition = where ? { where } : {};

  if (start("insertInto")) {
    const common = { access: "write", ...table("insertInto"), data: "$values().0" } as const;
    const [update] = named(steps, "onDuplicateKeyUpdate");
    const conflict = named(steps, "onConflict", "ignore", "orIgnore", "orReplace").length > 0 || update;
    if (!conflict) return { ...common, operation: "insert" };
    // The columns of onConflict stand in a callback: any unique key may be meant.
    return { ...common, operation: increments(update?.arguments[0]) ? "increment" : "upsert", conflict: [] };
  }
  if (start("replaceInto") || start("mergeInto")) {
    return {
      access: "write",
      operation: "upsert",
      ...table(start("replaceInto") ? "replaceInto" : "mergeInto"),
      conflict: [],
    };
  }
  if (start("updateTable")) {
    const set = named(steps, "set")[0]?.arguments[0];
    const operation = increments(set) ? "increment" : turns(set) ? "toggle" : appends(set) ? "append" : "set";
    return { access: "write", operation, ...table("updateTable"), data: "$set().0", ...condition };
  }
  if (start("deleteFrom")) return { access: "write", operation: "delete", ...table("deleteFrom"), ...condition };
  if (start("selectFrom")) {
    const lock = named(steps, "forUpdate", "forShare", "forNoKeyUpdate").length > 0;
    return { access: "read", ...table("selectFrom"), ...condition, ...(lock && { lock: true }) };
  }
  return undefined;
}
