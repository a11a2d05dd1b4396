// https://sidorares.github.io/node-mysql2/docs
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field } from "./reading/terms.ts";

export default defineSystem({
  title: "mysql2",
  system: "mysql",
  category: "database",
  packages: ["mysql2", "mysql", "mariadb", "promise-mysql"],
  clients: [
    "createPool()",
    "createConnection()",
    "createPoolCluster()",
    "new Pool()",
    "new PoolConnection()",
    "new Connection()",
  ],
  same: ["getConnection", "promise"],
  calls: {
    "query|execute": query,
    beginTransaction: { access: "call", transaction: "begin" },
    "commit|rollback": { access: "call", transaction: "end" },
  },
});

/** `query(text, values)` and `query({ sql, values })`. */
function query(call: CallView) {
  const [first, second] = call.arguments;
  const text = field(first, "sql");
  return text ? sqlEffects(call, text, field(first, "values") ?? second) : sqlEffects(call, first, second);
}
