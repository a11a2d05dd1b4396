/** What is in stock goes down for whoever orders, whoever sells it: `product.stock -= body.quantity` beside an order of the caller's. */
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { isCallers } from "./ownership.ts";

/** The change only moves how much there is of something, and the same request stores a row of the caller's own. */
export function isTakenFromStock(entry: EntryPoint, { operation, data, target }: Effect): boolean {
  if (data?.kind !== "object") return false;
  const set = data.fields.filter(({ key }) => key !== undefined);
  const isMoved = (value: Term, column: string): boolean =>
    operation === "increment" ? value.kind !== "input" && value.kind !== "literal" : isWorkedOut(value, column);
  if (set.length === 0 || !set.every(({ key = "", value }) => AMOUNT.test(key) && isMoved(value, key))) return false;
  return entry.effects.some(
    (other) =>
      other.operation === "insert" &&
      other.target !== target &&
      other.data !== undefined &&
      isCallers(entry, other.data),
  );
}

/** How many there are is counted anew beside an order of a visitor, and nothing that was sent is put there as it is. */
export function isCountedDown(entry: EntryPoint, { operation, data, target }: Effect): boolean {
  if (!/^(?:set|increment)$/.test(operation) || data?.kind !== "object") return false;
  const set = data.fields.filter(({ key }) => key !== undefined);
  return (
    set.some(({ key = "" }) => AMOUNT.test(key)) &&
    set.every(({ value }) => operation === "increment" || (value.kind !== "input" && value.kind !== "text")) &&
    entry.effects.some((other) => other.operation === "insert" && other.target !== target)
  );
}

/** How much or how many there are. Money is none: what goes into another's account is their own. */
const AMOUNT =
  /stock|inventory|quantity|qty|seats?|sold|sales|available|availability|capacity|remaining|reserved|booked|slots?|spots?|places?|tickets?|units?|copies|spaces?|rooms?|enrolled|attendees|participants|(?:^|_)count|Count$/i;

/** `row.stock - n` */
function isWorkedOut(value: Term, column: string): boolean {
  if (value.kind !== "operation" || !/^(?:[+-]|\+\+|--)$/.test(value.operator)) return false;
  return value.parts.some((part) => isColumn(part, column));
}

function isColumn(part: Term, column: string): boolean {
  if (part.kind === "member") return part.name === column;
  return part.kind === "external" && part.arguments === undefined && part.path.at(-1) === column;
}
