// https://github.com/vercel/storage/tree/main/packages/postgres
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

const query = (call: CallView) =>
  sqlEffects(call, field(call.arguments[0], "text") ?? call.arguments[0], call.arguments[1]);

export default defineSystem({
  title: "Vercel Postgres",
  system: "postgres",
  category: "database",
  packages: ["@vercel/postgres"],
  clients: ["createPool()", "createClient()", "db", "sql", ""],
  same: ["connect"],
  calls: { "query|sql": query },
});
