// https://neon.com/docs/serverless/serverless-driver
import { defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "Neon serverless driver",
  system: "postgres",
  category: "database",
  packages: ["@neondatabase/serverless"],
  clients: ["new Pool()", "new Client()", "neon()", ""],
  same: ["connect"],
  calls: {
    query: (call) => sqlEffects(call, field(call.arguments[0], "text") ?? call.arguments[0], call.arguments[1]),
    unsafe: (call) => sqlEffects(call, call.arguments[0]),
    // sql`select …`, sql("select $1", [id])
    "neon()": (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
  },
  transactions: { transaction: { callback: 0, client: 0 } },
});
