import { parseInput } from "../../fixes/parse-input.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { defineRule } from "../define-rule.ts";
import { isWhole } from "../raw-input.ts";
import { traceTo } from "../trace.ts";

/**
 * A whole object of a request becomes a row.
 *
 * Whoever writes the request fills every column: prices, owners, flags that no form shows. Pick the fields, or parse the
 * body with a schema that drops what it does not know.
 *
 * ```ts bad
 * app.post("/profiles", requireUser, async (req, res) => {
 *   res.json(await prisma.profile.create({ data: req.body }));
 * });
 * ```
 * ```ts good
 * app.post("/profiles", requireUser, async (req, res) => {
 *   res.json(await prisma.profile.create({ data: { name: req.body.name, userId: req.user.id } }));
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [915],
  owasp: ["API3:2023"],
  asvs: ["15.3.3"],
  remedy: {
    title: "Pick the fields that a caller may set",
    steps: [
      "List the fields in the code: destructure them, or parse the body with a schema that drops unknown ones.",
      "Set owner, role, price and state on the server's side.",
      "Send a field that is not in the list: it must not be stored.",
    ],
  },

  check(effect, report, model) {
    const entry = effect.entryPoint;
    if (!isStored(effect) || !effect.data || !isWhole(effect.data)) return;
    // An input type of GraphQL lists the fields: whatever else was sent is refused.
    if (entry.kind === "graphql" || mayBeValidated(entry) || checksRole(entry)) return;
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      message: `${entry.label} stores whatever the request holds in ${effect.target ?? effect.system}: every column can be set. Pick the fields.`,
      trace: traceTo(entry, effect, "the whole object is stored"),
      fixes: () => [parseInput({ entryPoint: entry, model })].filter((fix) => fix !== undefined),
    });
  },
});

function isStored(effect: Effect): boolean {
  return (
    effect.category === "database" &&
    (effect.operation === "insert" || effect.operation === "set" || effect.operation === "upsert")
  );
}

/** A schema ahead of it, read or only named so, may have dropped the rest. */
function mayBeValidated(entry: EntryPoint): boolean {
  if (entry.guards.some((guard) => guard.kind === "validation")) return true;
  return entry.trail.events.some(
    (event) => event.kind === "opaque" && /valid|schema|parse|sanit|celebrate|dto|check/i.test(event.call.text),
  );
}

/** An administrator may fill every column. */
function checksRole(entry: EntryPoint): boolean {
  return entry.guards.some((guard) => guard.kind === "role");
}
