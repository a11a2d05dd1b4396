// https://docs.turso.tech/sdk/ts/reference
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, itemsOf } from "./reading/terms.ts";

export default defineSystem({
  title: "libSQL",
  system: "sqlite",
  category: "database",
  packages: ["@libsql/client"],
  clients: ["createClient()", "new Client()"],
  calls: {
    execute,
    "transaction().execute": execute,
    "batch|migrate": batch,
    "transaction().batch": batch,
    executeMultiple: (call) => sqlEffects(call, call.arguments[0]),
    "transaction().commit|rollback": { access: "call", transaction: "end" },
    transaction: { access: "call", transaction: "begin" },
  },
});

function execute(call: CallView): readonly CallDefinition[] {
  const [first, second] = call.arguments;
  return sqlEffects(call, field(first, "sql") ?? first, field(first, "args") ?? second);
}

function batch(call: CallView): readonly CallDefinition[] {
  return itemsOf(call.arguments[0]).flatMap((one) => sqlEffects(call, field(one, "sql") ?? one, field(one, "args")));
}
