import { repeatSafe } from "../../fixes/idempotent/repeat-safe.ts";
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import { defineRule } from "../define-rule.ts";
import { isAskedAgain } from "../questions/asked-again.ts";
import { isLimited } from "../questions/limited.ts";
import { taskOf } from "../questions/tasks.ts";
import { tellsOfFailure } from "../questions/told-by-message.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A message is sent, and a second run sends it again.
 *
 * A worker that crashes after the sending is run again from the start; a scheduler may start twice; other services call
 * again when the answer was lost; people double-click. What people ask for again on purpose (a new code, a letter that
 * went astray) is a hint where a pause must pass or few calls are let through, and so is a note in a team's chat;
 * a limit of the whole service stops no double click, and without any whoever likes fills somebody's inbox:
 * https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html.
 *
 * Mark what was sent before the next run can see it, ask for the mark first, or give the provider a key of its own.
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
  cwe: [837, 799],
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
    const isWanted = !byMachine && isGrave(effect) && isAskedAgain(effect);
    report({
      at: taskOf(effect)?.place ?? effect.call.calleePlace ?? effect.place,
      entryPoint: entry,
      severity: byMachine || isGrave(effect) ? "warning" : "hint",
      message: isWanted
        ? `${effect.call.text} sends another message at every call of ${entry.label}, however soon. Let a pause pass between two for the same receiver.`
        : `${effect.call.text} sends the message again when ${entry.label} runs again. Record that it was sent, and ask first.`,
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

/** A letter that nobody has asked for again, or of which everybody may ask for as many as they like. */
function isGrave(effect: Effect): boolean {
  return (
    (isMail(effect) || isOnPhone(effect)) && !tellsOfFailure(effect) && !(isAskedAgain(effect) && isLimited(effect))
  );
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

/** A double click sends two. */
function isAskedByPeople(entry: EntryPoint, effect: Effect): boolean {
  if (entry.public && !entry.public.signedIn && isLimited(effect)) return false;
  // Browsers call a GET again at will: on a reload, and ahead of a click.
  if (entry.kind === "http")
    return (entry.method !== "GET" || isMail(effect)) && !/^(?:HEAD|DELETE)$/.test(entry.method ?? "");
  return entry.kind === "action" || entry.kind === "rpc" || (entry.kind === "graphql" && entry.method === "MUTATION");
}
