// https://github.com/gajus/slonik#user-content-slonik-query-methods · https://github.com/gajus/slonik#user-content-slonik-how-are-they-different-transaction-handling
import type { Term } from "../model/term.ts";
import { type CallView, defineSystem } from "./define-system.ts";
import { sqlEffects } from "./reading/sql-call.ts";
import { itemsOf, literalText, textWithHoles } from "./reading/terms.ts";

const CONNECTION = { callback: 0, client: 0, as: "new DatabaseTransactionConnection()" };

export default defineSystem({
  title: "Slonik",
  system: "postgres",
  category: "database",
  // https://github.com/silverhand-io/slonik: a fork with the same interface.
  packages: ["slonik", "@silverhand/slonik"],
  clients: [
    "createPool()",
    "new DatabasePool()",
    "new DatabasePoolConnection()",
    "new DatabaseConnection()",
    "new DatabaseTransactionConnection()",
    "new CommonQueryMethods()",
  ],
  calls: {
    "any|anyFirst|exists|many|manyFirst|maybeOne|maybeOneFirst|one|oneFirst|query|stream": (call: CallView) =>
      sqlEffects(call, call.arguments[0], undefined, { spell }),
  },
  transactions: { transaction: CONNECTION },
  same: ["connect"],
  runs: ["connect"],
});

/** `sql.identifier(["public", "orders"])` is a name, and a fragment without values is text. */
function spell(part: Term): string | undefined {
  if (part.kind !== "external") return undefined;
  const last = part.path.at(-1) ?? "";
  const [given] = part.arguments ?? [];
  if (last === "identifier()") {
    const names = itemsOf(given).map(literalText);
    return names.length > 0 && names.every((name) => name !== undefined) ? names.join(".") : undefined;
  }
  const read = last === "fragment()" || last === "unsafe()" ? textWithHoles(given, "?", spell) : undefined;
  return read?.holes.length === 0 ? read.text : undefined;
}
