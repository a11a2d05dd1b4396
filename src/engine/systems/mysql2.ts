// https://sidorares.github.io/node-mysql2/docs
import type { Term } from "../model/term.ts";
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { field, literalText } from "./reading/terms.ts";

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
  const { sql, values } = withNames(call, text ?? first, text ? (field(first, "values") ?? second) : second);
  return sqlEffects(call, sql, values);
}

/** `??` stands for a name, of a table or a column: `query("SELECT * FROM ?? WHERE id = ?", ["orders", id])`. */
function withNames(call: CallView, sql: Term | undefined, values: Term | undefined) {
  const text = literalText(sql);
  if (text === undefined || !text.includes("??") || values?.kind !== "array") return { sql, values };
  const given = [...values.items];
  const others: Term[] = [];
  const spelled = text.replace(/\?\??/g, (mark) => {
    const value = given.shift() ?? call.terms.undefined;
    const name = mark === "??" ? literalText(value) : undefined;
    if (name === undefined) others.push(value);
    return name === undefined ? "?" : `\`${name}\``;
  });
  return { sql: call.terms.literal(spelled), values: call.terms.array(others) };
}
