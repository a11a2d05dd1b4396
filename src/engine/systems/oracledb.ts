// https://node-oracledb.readthedocs.io/en/latest/api_manual/connection.html#connection.execute
import { defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "node-oracledb",
  system: "oracle",
  category: "database",
  packages: ["oracledb"],
  clients: [
    "createPool().getConnection()",
    "getPool().getConnection()",
    "getConnection()",
    "new Pool().getConnection()",
    "new Connection()",
  ],
  calls: {
    "execute|queryStream": (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    executeMany: (call) => sqlEffects(call, call.arguments[0]),
    "commit|rollback": { access: "call", transaction: "end" },
  },
});
