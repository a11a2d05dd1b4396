/** Whether what an effect found goes out with the answer. */
import { partsOf } from "../link/terms.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Term } from "../model/term.ts";

/** What was found is in some answer; whether it was found at all tells little. What cannot be told counts as in it. */
export function isAnswered(entry: EntryPoint, effect: Effect): boolean {
  const answers = entry.trail.events.filter((event) => event.kind === "respond");
  const good = answers.filter((answer) => answer.status === undefined || answer.status < 300);
  if (good.length === 0 || good.some((answer) => answer.value === undefined)) return true;
  return good.some((answer) => answer.value !== undefined && isShown(answer.value, effect.result));
}

/** The row, or a part of it, stands in the value, and not only a test of it. */
function isShown(value: Term, row: Term): boolean {
  if (value === row) return true;
  if (value.kind === "operation" && (value.operator === "!" || /^[!=<>]/.test(value.operator))) return false;
  if (value.kind === "operation" && value.operator === "?:")
    return value.parts.slice(1).some((part) => isShown(part, row));
  return partsOf(value).some((part) => isShown(part, row));
}

/** What was found certainly stands in an answer that is no refusal. */
export function isCertainlyAnswered(entry: EntryPoint, effect: Effect): boolean {
  return entry.trail.events.some(
    (event) =>
      event.kind === "respond" &&
      (event.status === undefined || event.status < 300) &&
      event.value !== undefined &&
      isShown(event.value, effect.result),
  );
}
