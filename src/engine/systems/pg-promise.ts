// https://vitaly-t.github.io/pg-promise/Database.html · https://github.com/vitaly-t/pg-promise#named-parameters
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { withColons } from "./reading/formatted-sql.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "pg-promise",
  system: "postgres",
  category: "database",
  packages: ["pg-promise"],
  clients: ["default()()", "new IDatabase()", "new IConnected()", "new ITask()", "new IBaseProtocol()"],
  same: ["connect", "task", "taskIf"],
  calls: {
    "none|one|oneOrNone|many|manyOrNone|any|query|result|each|map|multi|multiResult|stream": statement,
    "func|proc": { access: "call" },
  },
  transactions: {
    tx: { callback: 0, client: 0 },
    txIf: { callback: 0, client: 0 },
  },
  runs: ["task", "taskIf"],
});

/** `one(text, values)`, `one({ text, values })`, `one(new PreparedStatement({ text, values }))`. */
function statement(call: CallView): readonly CallDefinition[] {
  const [query, values] = call.arguments;
  const made = query?.kind === "external" ? query.arguments?.[0] : query;
  const text = field(made, "text");
  if (text) return sqlEffects(call, text, field(made, "values") ?? values);
  return sqlEffects(call, query, listed(call, values), { written: withColons });
}

/** A single value stands for the first parameter. */
function listed(call: CallView, values: Term | undefined): Term | undefined {
  const isSingle = values !== undefined && values.kind !== "array" && values.kind !== "object";
  return isSingle ? call.terms.array([values]) : values;
}
