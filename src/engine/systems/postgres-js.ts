// https://github.com/porsager/postgres#queries
import type { Term } from "../model/term.ts";
import { readSql } from "../sql/read-sql.ts";
import { HOLE } from "../sql/tokenize-sql.ts";
import { type CallDefinition, type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { textWithHoles } from "./reading/terms.ts";

export default defineSystem({
  title: "postgres.js",
  system: "postgres",
  category: "database",
  packages: ["postgres"],
  clients: ["default()", "postgres()", "new Sql()", "new TransactionSql()", "new ReservedSql()", ""],
  calls: {
    unsafe: (call) => sqlEffects(call, call.arguments[0], call.arguments[1]),
    // The client is itself the tag: sql`select …`.
    "default()|postgres()|new Sql()|new TransactionSql()|new ReservedSql()": tagged,
    "reserve().**": tagged,
  },
  transactions: { begin: { callback: 0, client: 0 }, savepoint: { callback: 0, client: 0 } },
});

/** `sql(row)` and sql`where …` are fragments: what they are part of counts. */
function tagged(call: CallView): readonly CallDefinition[] {
  return isStatement(call.arguments[0]) ? sqlEffects(call, call.arguments[0], undefined, { spell: identifier }) : [];
}

/** `${sql("users")}` is the name itself. https://github.com/porsager/postgres#dynamic-columns-in-selects */
function identifier(part: Term): string | undefined {
  if (part.kind !== "external" || !part.path.at(-1)?.endsWith(")()") || part.arguments?.length !== 1) return undefined;
  const [name] = part.arguments;
  return name?.kind === "literal" && typeof name.value === "string" && /^[\w.]+$/.test(name.value)
    ? name.value
    : undefined;
}

export function isStatement(term: Term | undefined): boolean {
  const read = textWithHoles(term, HOLE);
  return read !== undefined && readSql(read.text).some(({ kind }) => kind !== "other");
}
