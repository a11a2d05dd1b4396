// https://pglite.dev/docs/api
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

const query = (call: CallView) => sqlEffects(call, call.arguments[0], call.arguments[1]);

export default defineSystem({
  title: "PGlite",
  system: "postgres",
  category: "database",
  packages: ["@electric-sql/pglite"],
  clients: ["new PGlite()", "PGlite.create()", "new Transaction()"],
  calls: { "query|sql": query, exec: (call) => sqlEffects(call, call.arguments[0]) },
  transactions: { transaction: { callback: 0, client: 0 } },
});
