/** Whether an amount is what the request says, and nothing that is kept has a part in it. */

import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { speaksOfAmount } from "../../vocabulary/amount.ts";
import { resultsOf } from "./results.ts";

/** `Number(body.amount) * 100`, also the sum over the lines of an order: `items.reduce((sum, item) => sum + item.price, 0)`. */
export function isAsSent(entry: EntryPoint, value: Term): boolean {
  if (!holds(value, HOLDS_CLIENT_DATA) || !someTerm(value, isSentAmount)) return false;
  const rows = resultsOf(entry);
  return !someTerm(
    value,
    (part) =>
      part.kind === "result" ||
      (part.kind === "unknown" && part.parts.length === 0) ||
      (part.kind === "external" && !isOfNumbers(part.path)) ||
      [...rows].some((result) => part === result || containsTerm(part, result)),
  );
}

/** `body.price`, `items[].unitPrice`: what was sent says itself that it is an amount, and no number of seats. */
function isSentAmount(part: Term): boolean {
  const name = part.kind === "member" ? part.name : part.kind === "input" ? part.path.at(-1) : undefined;
  return name !== undefined && speaksOfAmount(name) && holds(part, HOLDS_CLIENT_DATA);
}

/** `Math.round(…)`, `Number(…)`, `total.toFixed(2)` change no amount. */
function isOfNumbers(path: readonly string[]): boolean {
  return /^(?:round|floor|ceil|trunc|abs|max|min|Number|parseFloat|parseInt|toFixed)\(\)$/.test(path.at(-1) ?? "");
}
