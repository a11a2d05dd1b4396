import { termsOutside, termsWithin } from "../../link/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { traceTo } from "../trace.ts";

/**
 * Text from the request becomes part of a SQL statement.
 *
 * Whoever writes the request writes the statement: reads other rows, changes them, drops the table. Hand values over as
 * parameters; choose names of columns from a fixed list.
 *
 * ```ts bad
 * app.get("/users", async (req, res) => {
 *   res.json(await pool.query(`SELECT id FROM users WHERE email = '${req.query.email}'`));
 * });
 * ```
 * ```ts good
 * app.get("/users", async (req, res) => {
 *   res.json(await pool.query("SELECT id FROM users WHERE email = $1", [req.query.email]));
 * });
 * ```
 *
 * Tagged templates hand their values over apart from the text. Numbers, and values that were compared with a list
 * before, are left alone.
 */
export default defineRule({
  severity: "error",
  visits: "effect",
  once: true,
  cwe: [89],
  asvs: ["1.2.4"],
  remedy: {
    title: "Hand the value over as a parameter",
    steps: [
      "Put a placeholder of the driver into the text (`$1`, `?`, a tagged template) and the value into the list of parameters.",
      "Names of tables and columns cannot be parameters: choose them from a list in the code.",
      "Send a quote (`'`): the answer must be as for any other value.",
    ],
  },

  check(effect, report) {
    const [statement] = effect.call.arguments;
    if (effect.category !== "database" || effect.call.tagged || statement?.kind !== "text") return;
    if (!isSql(statement)) return;
    const entry = effect.entryPoint;
    const input = statement.parts.map((part) => clientText(entry, part)).find((found) => found !== undefined);
    if (!input || isChosen(entry, effect, input)) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      message: `${entry.label} puts ${nameOf(input)} of the request into the text of a SQL statement. Hand it over as a parameter.`,
      trace: traceTo(entry, effect, "the statement is made of the request"),
    });
  },
});

const CLIENT = new Set(["body", "query", "params", "headers", "cookies", "arguments", "message"]);

function isSql(statement: Term & { readonly kind: "text" }): boolean {
  const text = statement.parts.map((part) => (part.kind === "literal" ? String(part.value) : "?")).join("");
  return /\b(?:select|insert\s+into|update|delete\s+from|where|order\s+by|from)\b/i.test(text);
}

/** The input that reaches the text as it was sent: no number, no answer of a system, no choice by a test. */
function clientText(entry: EntryPoint, part: Term): Term | undefined {
  const tamed = new Set<Term>();
  for (const event of entry.trail.events) if (event.kind === "effect") tamed.add(event.result);
  for (const inner of termsWithin(part)) {
    if (inner.kind === "operation" && inner.operator !== "||" && inner.operator !== "??") tamed.add(inner);
    if (inner.kind === "result" || inner.kind === "external") tamed.add(inner);
  }
  return [...termsOutside(part, tamed)].find(
    (inner) => inner.kind === "input" && CLIENT.has(inner.source) && inner.path.length > 0,
  );
}

/** A check before it compares the value with what is allowed, or a schema has read it. */
function isChosen(entry: EntryPoint, effect: Effect, input: Term): boolean {
  return entry.trail.events.some(
    (event) =>
      event.order < effect.order &&
      ((event.kind === "check" && termsWithin(event.test).has(input)) ||
        (event.kind === "guard" && event.guard === "validation")),
  );
}

function nameOf(term: Term): string {
  return term.kind === "input" ? `"${term.path.at(-1)}"` : "text";
}
