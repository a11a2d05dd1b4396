import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { computedColumn, takesByPlace } from "../../link/retry/computed.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { isCountedLoosely, stakeOf } from "../questions/stake.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A number goes up or down, or a flag turns, at every call; the same call sent twice counts twice.
 *
 * Store what was counted under a unique key and derive the number, change it only in a certain state
 * (`WHERE status = 'open'`), or remember the request by its idempotency key.
 *
 * ```ts bad
 * app.post("/orders/:id/points", requireUser, async (req, res) => {
 *   await pool.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [req.body.points, req.params.id]);
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/orders/:id/points", requireUser, async (req, res) => {
 *   const given = await pool.query("INSERT INTO given_points (order_id) VALUES ($1) ON CONFLICT DO NOTHING", [req.params.id]);
 *   if (given.rowCount === 0) return res.sendStatus(204);
 *   await pool.query("UPDATE accounts SET balance = balance + $1 WHERE id = $2", [req.body.points, req.params.id]);
 *   res.sendStatus(204);
 * });
 * ```
 *
 * Counters of views, visits and attempts are hints: nobody is harmed.
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [837],
  asvs: ["2.3.2"],
  remedy: {
    title: "Count every operation once",
    steps: [
      "Record the operation in a table with a unique key (the client's Idempotency-Key, the event's id), in the same transaction as the change; skip the change when it is there.",
      "Where the value is a state, set it instead of turning it.",
      "Send the request twice: the value must have changed once.",
    ],
  },

  check(effect, report, model) {
    const entry = effect.entryPoint;
    if (effect.retry !== "unsafe" || !changesAgain(effect)) return;
    if (!isCalledByPeople(entry) || effect.category === "cache" || effect.category === "observability") return;
    // A number is drawn for a new row: two rows have two.
    if (effect.operation === "increment" && isDrawn(effect)) return;
    // Requests, visits and attempts are counted each time on purpose.
    if (effect.operation === "increment" && stakeOf(effect) === "trail") return;
    const does = whatItDoes(effect);
    report({
      at: effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity: does !== COUNTS || !isCountedLoosely(effect) ? "warning" : "hint",
      message: `${entry.label} ${does.twice} in ${effect.target ?? effect.system} when it is sent twice.`,
      trace: traceTo(entry, effect, does.step),
      fixes: () => repeatSafe({ entryPoint: entry, model }),
    });
  },
});

/** What the count is now goes into a row that is written later; another column of the counted row tells no number. */
function isDrawn(effect: Effect): boolean {
  const { data, result } = effect;
  const counted = new Set(data?.kind === "object" ? data.fields.map(({ key }) => key) : []);
  const isNumber = (part: Term): boolean => {
    if (counted.size === 0) return part === result;
    const of = part.kind === "member" ? part.of : part.kind === "external" && !part.arguments ? part.base : undefined;
    const name = part.kind === "member" ? part.name : part.kind === "external" ? part.path.at(-1) : undefined;
    return of !== undefined && counted.has(name) && containsTerm(of, result);
  };
  return effect.entryPoint.effects.some(
    (one) =>
      one.order > effect.order && one.operation === "insert" && one.data !== undefined && someTerm(one.data, isNumber),
  );
}

/** A set that is unsafe to repeat computes its value from what it read; so may one that adds a line beside. */
function changesAgain(effect: Effect): boolean {
  if (effect.operation === "append" || effect.operation === "upsert")
    return computedColumn(effect, effect.entryPoint.trail) !== undefined;
  return effect.operation === "increment" || effect.operation === "toggle" || effect.operation === "set";
}

const TURNS = { twice: "turns the value back", step: "the value turns at every call" };
const TAKES = { twice: "takes out another line", step: "the line is told by its place in the list" };
const COUNTS = { twice: "counts twice", step: "the number changes at every call" };

function whatItDoes(effect: Effect): typeof COUNTS {
  if (effect.operation === "toggle" || computedColumn(effect, effect.entryPoint.trail)?.turns) return TURNS;
  return takesByPlace(effect) ? TAKES : COUNTS;
}

function isCalledByPeople(entry: EntryPoint): boolean {
  return entry.kind === "http" || entry.kind === "action" || entry.kind === "rpc" || entry.kind === "graphql";
}
