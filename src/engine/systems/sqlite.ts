// https://github.com/TryGhost/node-sqlite3/wiki/API · https://github.com/kriasoft/node-sqlite
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";

export default defineSystem({
  title: "node-sqlite3",
  system: "sqlite",
  category: "database",
  packages: ["sqlite3", "sqlite"],
  clients: ["new Database()", "open()", "verbose().new Database()"],
  calls: { "run|get|all|each|exec": query, "prepare().run|get|all|each": prepared },
});

function query(call: CallView) {
  const [text, first] = call.arguments;
  const isList = first?.kind === "array" || first?.kind === "object";
  return sqlEffects(call, text, isList ? first : call.terms.array(call.arguments.slice(1)));
}

function prepared(call: CallView) {
  const [first] = call.arguments;
  return sqlEffects(
    call,
    call.earlier("prepare", 0),
    first?.kind === "array" ? first : call.terms.array(call.arguments),
  );
}
