// https://docs.datastax.com/en/developer/nodejs-driver/latest/features/parameterized-queries/ · https://cassandra.apache.org/doc/latest/cassandra/developing/cql/dml.html#insert-statement
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, itemsOf, literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "Cassandra",
  category: "database",
  packages: ["cassandra-driver"],
  clients: ["new Client()", "new default.Client()"],
  calls: {
    "execute|stream|eachRow": (call) => statement(call, call.arguments[0], call.arguments[1]),
    batch: (call) =>
      itemsOf(call.arguments[0]).flatMap((one) => statement(call, field(one, "query") ?? one, field(one, "params"))),
  },
});

/** A row is inserted over the one that has its key, unless the statement says otherwise. */
function statement(call: CallView, cql: Term | undefined, values: Term | undefined): readonly CallDefinition[] {
  const refuses = /\bif\s+not\s+exists\b/i.test(literalText(cql) ?? "");
  return sqlEffects(call, cql, values).map((effect) => {
    if (effect.operation !== "insert") return effect;
    return refuses ? { ...effect, refuses: true as const } : { ...effect, operation: "upsert", conflict: [] };
  });
}
