import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { defineRule, type Report } from "../define-rule.ts";
import { isHarmlessJob } from "../questions/jobs.ts";
import { isSentBeforeFailure } from "../questions/sent-before-failure.ts";
import { consequenceOf, isPassingCount, stakeOf } from "../questions/stake.ts";
import { taskOf } from "../questions/tasks.ts";
import { traceToAll } from "../questions/trace.ts";

/**
 * A queue's worker acts on every run of a job, and jobs run again.
 *
 * Queues deliver at least once: a worker that stalls, crashes or throws gives its job back, and the next run starts from
 * the beginning. Record the job's id or the thing's own id under a unique key and stop when it is there, or write so
 * that the second run changes nothing. Jobs that the clock starts run on every instance: a hint, and a warning where money
 * or orders are concerned.
 *
 * ```ts bad
 * new Worker("invoices", async (job) => {
 *   await pool.query("INSERT INTO invoices (order_id, total) VALUES ($1, $2)", [job.data.orderId, job.data.total]);
 * });
 * ```
 * ```ts good
 * new Worker("invoices", async (job) => {
 *   await pool.query(
 *     "INSERT INTO invoices (order_id, total) VALUES ($1, $2) ON CONFLICT (order_id) DO NOTHING",
 *     [job.data.orderId, job.data.total],
 *   );
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  cwe: [837],
  asvs: ["2.3.3"],
  remedy: {
    title: "Take every message once",
    steps: [
      "Find what identifies a message: its id, or what it is about. It must be the same at every delivery.",
      "Insert it into a table with a unique key ahead of the work, in the same transaction as the writes; stop when it is there.",
      "Give calls of other services a key made of it.",
      "Deliver one message twice: the second must change nothing.",
    ],
  },

  check(entry, report, model) {
    if (!isRedelivered(entry)) return;
    const unsafe = entry.effects.filter((effect) => repeats(effect) && !isHarmlessJob(effect, model));
    // Each job of a worker that does several is told by itself.
    const names = new Map(unsafe.map((effect) => [effect, taskOf(effect)?.name]));
    for (const job of new Set(names.values())) {
      const own = unsafe.filter((effect) => names.get(effect) === job);
      reportJob(entry, job, own, report, model);
    }
  },
});

function reportJob(
  entry: EntryPoint,
  job: string | undefined,
  unsafe: readonly Effect[],
  report: (finding: Report) => void,
  model: ServiceModel,
): void {
  const [first] = unsafe;
  if (!first) return;
  const task = job === undefined ? undefined : taskOf(first);
  const name = job === undefined ? entry.label : `${entry.label} ("${job}")`;
  report({
    at: task?.place ?? entry.handler.place,
    entryPoint: entry,
    identity: name,
    severity: (isClocked(entry) && !unsafe.some(isGrave)) || unsafe.every(isSlight) ? "hint" : "warning",
    message: `When the job runs again${triesOf(entry)}, ${name} ${[...new Set(unsafe.map(consequenceOf))].slice(0, 3).join(", then ")}. Make the second run harmless.`,
    trace: traceToAll(entry, unsafe, (effect) => `a second run ${consequenceOf(effect)}`),
    fixes: () => repeatSafe({ entryPoint: entry, model }),
  });
}

/** As those who queue it, or the queue itself, ask for. */
function triesOf({ delivery: { attempts } }: EntryPoint): string {
  return attempts === undefined ? "" : ` (it is tried up to ${attempts} times)`;
}

/** Somebody outside runs it again. Events inside one process are not redelivered. */
function isRedelivered(entry: EntryPoint): boolean {
  if (entry.delivery.attempts === 1) return false;
  if (isClocked(entry)) return true;
  return (
    entry.kind === "queue" || entry.kind === "function" || (entry.kind === "event" && entry.delivery.by !== "internal")
  );
}

/** Started by the clock, on every instance that runs, and again after a crash; some platforms call an address instead. */
function isClocked(entry: EntryPoint): boolean {
  return (
    entry.kind === "schedule" || (entry.kind === "http" && entry.method === "GET" && entry.delivery.by === "internal")
  );
}

function isGrave(effect: Effect): boolean {
  if (isPassingCount(effect)) return false;
  // Calls of others are unsafe only where the code itself means to make each of them once.
  if (isSentBeforeFailure(effect)) return isForSomebody(effect);
  return (
    effect.operation === "increment" ||
    effect.operation === "call" ||
    ["money", "record", "message"].includes(stakeOf(effect))
  );
}

/** The worker of the job is told itself; a number beside the work; a request of which nobody knows what it does there. */
function isSlight(effect: Effect): boolean {
  return isJob(effect) || isPassingCount(effect) || (isSentBeforeFailure(effect) && !isForSomebody(effect));
}

/** Its names tell that somebody gets it: `webhook.deliver`, `printLetter`. */
function isForSomebody(effect: Effect): boolean {
  const names = [
    effect.entryPoint.path,
    taskOf(effect)?.name ?? "",
    effect.target ?? "",
    ...effect.stack.map((site) => site.text),
  ];
  return names.some((name) => FOR_SOMEBODY.test(name));
}

const FOR_SOMEBODY = /web_?hook|deliver|notif|e?mail|letter|sms|push|pay|order|invoice|print|message|alert/i;

/** Payments and messages have rules of their own. */
function repeats(effect: Effect): boolean {
  if (isSentBeforeFailure(effect)) return true;
  if (effect.retry !== "unsafe" || effect.category === "payment" || effect.operation === "send") return false;
  if (effect.category === "observability" || inChain(effect) || isFailureNote(effect)) return false;
  return stakeOf(effect) !== "trail";
}

/** A row that notes a failure, each of which happened. */
function isFailureNote(effect: Effect): boolean {
  return (
    effect.operation === "insert" &&
    stakeOf(effect) === "ordinary" &&
    effect.scopes.some((scope) => scope.kind === "catch")
  );
}

/** The worker that does it is told itself. */
function isJob(effect: Effect): boolean {
  return effect.category === "queue" && effect.operation === "publish";
}
