// https://github.com/planetscale/database-js#usage · https://github.com/jeremydaly/serverless-mysql#how-to-use-this-module
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "MySQL for functions (PlanetScale, serverless-mysql)",
  system: "mysql",
  category: "database",
  packages: ["@planetscale/database", "serverless-mysql"],
  clients: [
    "connect()",
    "new Client().connection()",
    "new Client()",
    "new Connection()",
    "default()",
    "default.default()",
  ],
  calls: { "execute|query": query },
  transactions: { transaction: { callback: 0, client: 0 } },
});

/** `query(text, values)` and `query({ sql, values })`. */
function query(call: CallView) {
  const [first, second] = call.arguments;
  return sqlEffects(call, field(first, "sql") ?? first, field(first, "values") ?? second);
}
