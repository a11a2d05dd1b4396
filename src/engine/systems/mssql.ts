// https://github.com/tediousjs/node-mssql#readme
import type { Term } from "../model/term.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { chainOf, named } from "./reading/chain.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { literalText } from "./reading/terms.ts";

export default defineSystem({
  title: "mssql",
  system: "sqlserver",
  category: "database",
  packages: ["mssql"],
  clients: [
    "connect()",
    "new ConnectionPool().connect()",
    "new ConnectionPool()",
    "new Request()",
    "new Transaction()",
    "new PreparedStatement()",
    "",
  ],
  builders: ["request", "input", "output", "*.input", "*.output"],
  changesInPlace: true,
  calls: {
    "**.query|batch": query,
    "query|batch": query,
    // A procedure of the database, or a statement that was prepared.
    "**.execute": { access: "call" },
    execute: { access: "call" },
    "**.bulk": { access: "write", operation: "insert", target: "$Table().0" },
    "**.begin": { access: "call", transaction: "begin" },
    "**.commit|rollback": { access: "call", transaction: "end" },
  },
});

/** `request.input("id", sql.Int, id).query("… where id = @id")`, `pool.query` as a tag. */
function query(call: CallView): readonly CallDefinition[] {
  return sqlEffects(call, call.arguments[0], inputs(call), { written: withColons });
}

/** What the request was given by name, with or without a type. */
function inputs(call: CallView): Term {
  const given = named(chainOf(call), "input");
  const fields = given.flatMap(({ arguments: args }) => {
    const [name, second, third] = args;
    const key = literalText(name);
    const value = third ?? second;
    return key === undefined || !value ? [] : [{ key, value }];
  });
  return call.terms.object(given.length > fields.length ? [{ value: call.terms.unknown([]) }, ...fields] : fields);
}

/** `@id`, but not `@@IDENTITY`. */
function withColons(text: string): string {
  return text.replace(/(?<![@\w])@(?=[a-z_]\w*)/gi, ":");
}
