// https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md · https://nodejs.org/api/sqlite.html
import type { Term } from "../model/term.ts";
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "SQLite",
  system: "sqlite",
  category: "database",
  packages: ["better-sqlite3", "node:sqlite", "bun:sqlite", "better-sqlite3-multiple-ciphers"],
  clients: ["new default()", "default()", "new Database()", "new DatabaseSync()"],
  calls: {
    "prepare().run|get|all|iterate|values": prepared,
    "query().run|get|all|values": prepared,
    "exec|run": (call) => sqlEffects(call, call.arguments[0], positional(call, 1)),
  },
  transactions: { transaction: { callback: 0 } },
});

/** `db.prepare("…").run(a, b)`, `.run([a, b])`, `.run({ name })`. */
function prepared(call: CallView) {
  return sqlEffects(call, call.earlier("prepare", 0) ?? call.earlier("query", 0), positional(call, 0));
}

function positional(call: CallView, from: number): Term {
  const [first] = call.arguments.slice(from);
  return first?.kind === "array" || first?.kind === "object" ? first : call.terms.array(call.arguments.slice(from));
}
