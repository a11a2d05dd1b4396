import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { containsTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { defineRule } from "../define-rule.ts";
import { isAskedAgain, replacesCode } from "../questions/asked-again.ts";
import { taskOf } from "../questions/tasks.ts";
import { inChain } from "../questions/together.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A message is sent, and a second run sends it again.
 *
 * A worker that crashes after the sending is run again from the start; a scheduler may start twice; other services call
 * again when the answer was lost; people double-click. What people ask for again on purpose is a hint: a new code, a
 * letter that went astray; so is a note in a team's chat. Mark what was sent before the next run can see it, ask for the mark first, or give the
 * provider a key of its own.
 *
 * ```ts bad
 * new Worker("receipts", async (job) => {
 *   await mailer.sendMail({ to: job.data.email, text: "Thank you" });
 * });
 * ```
 * ```ts good
 * new Worker("receipts", async (job) => {
 *   const first = await redis.set(`receipt:${job.data.orderId}`, "sent", "NX");
 *   if (!first) return;
 *   await mailer.sendMail({ to: job.data.email, text: "Thank you" });
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "effect",
  cwe: [837],
  asvs: ["2.3.3"],
  remedy: {
    title: "Record that it was sent, and ask first",
    steps: [
      "Record the message in a table with a unique key (what it is about, and its kind) before it is sent; skip it when it is there.",
      "Hand the provider a key of the same parts, where it takes one.",
      "Run it twice: one message must go out.",
    ],
  },

  check(effect, report, model) {
    const entry = effect.entryPoint;
    if (effect.operation !== "send" || effect.retry !== "unsafe" || inChain(effect)) return;
    const byMachine = runsAgain(entry);
    if (!byMachine && !isAskedByPeople(entry, effect)) return;
    report({
      at: taskOf(effect)?.place ?? effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity: byMachine || isGrave(effect) ? "warning" : "hint",
      message: `${effect.call.text} sends the message again when ${entry.label} runs again. Record that it was sent, and ask first.`,
      trace: traceTo(entry, effect, "the message goes out at every run"),
      fixes: () => repeatSafe({ entryPoint: entry, model }),
    });
  },
});

function runsAgain(entry: EntryPoint): boolean {
  if (entry.delivery.attempts === 1) return false;
  if (entry.kind === "http") return entry.delivery.by === "internal";
  // A platform delivers what happened at least once: a document was written, somebody signed up.
  if (entry.kind === "event") return entry.delivery.by === "platform";
  return entry.kind === "queue" || entry.kind === "schedule" || entry.kind === "function";
}

/** A letter that nobody has asked for again, or that takes the place of the one before. */
function isGrave(effect: Effect): boolean {
  return (
    (isMail(effect) || isOnPhone(effect)) && !tellsOfFailure(effect) && (!isAskedAgain(effect) || replacesCode(effect))
  );
}

/** Something went wrong, each time anew, and the operators are told. */
function tellsOfFailure(effect: Effect): boolean {
  return effect.scopes.some((scope) => scope.kind === "catch");
}

/** It rings in people's pockets, each time: what stands in a team's chat is soon forgotten. */
function isOnPhone(effect: Effect): boolean {
  return effect.entryPoint.method !== "GET" && ON_PHONE.has(effect.system);
}

const ON_PHONE: ReadonlySet<string> = new Set(["push", "expo-push", "firebase-messaging", "telegram"]);

/** It lies in somebody's inbox. */
function isMail(effect: Effect): boolean {
  return effect.category === "email" || effect.category === "sms" || effect.category === "payment";
}

/** To everybody that was found, not to the visitor who signs up or asks for a code. */
function isToMany(effect: Effect): boolean {
  const found = effect.entryPoint.effects.filter((one) => one.access === "read" && one.order < effect.order);
  return (
    effect.scopes.some((scope) => scope.kind === "loop" || scope.kind === "callback") &&
    found.some(({ result }) =>
      [effect.data, ...effect.call.arguments].some((term) => term !== undefined && containsTerm(term, result)),
    )
  );
}

/** A double click sends two. */
function isAskedByPeople(entry: EntryPoint, effect: Effect): boolean {
  if (entry.public && !entry.public.signedIn && !isToMany(effect) && !replacesCode(effect)) return false;
  // Browsers call a GET again at will: on a reload, and ahead of a click.
  if (entry.kind === "http")
    return (entry.method !== "GET" || isMail(effect)) && !/^(?:HEAD|DELETE)$/.test(entry.method ?? "");
  return entry.kind === "action" || entry.kind === "rpc" || (entry.kind === "graphql" && entry.method === "MUTATION");
}
