/** Money that the request says: what is credited to the caller, what an order costs, what is charged for something. */

import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containingAny, somePart, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isHeldColumn, speaksOfAmount } from "../../vocabulary/amount.ts";
import { isAsSent } from "./amount-as-sent.ts";
import { guardedBy } from "./guarded.ts";
import { oncePerEntry } from "./once.ts";
import { ordinaryRoleAllowed } from "./ordinary-role.ts";
import { isCallers } from "./ownership.ts";
import { resultsOf } from "./results.ts";
import { amountCharged } from "./sent-charge.ts";
import { priceIn } from "./sent-price.ts";
import { stakeOf } from "./stake.ts";

export interface SentAmount {
  /** What becomes of it: it is added to the caller's balance, kept as the price, or charged. */
  readonly as: "credit" | "price" | "charge";
  readonly column: string;
  /** The tables that keep what things cost, where there are any. */
  readonly priced: readonly Table[];
}

/** Undefined where the server works it out, somebody else confirms it, or whoever calls may say so. */
export function sentAmount(effect: Effect, model: ServiceModel): SentAmount | undefined {
  const { entryPoint: entry, data } = effect;
  if (effect.access === "read" || !data || !isForAnyCaller(effect) || isCompared(entry)) return undefined;
  if (effect.category === "payment") {
    const column = amountCharged(effect);
    return column === undefined ? undefined : { as: "charge", column, priced: [] };
  }
  if (effect.category !== "database" || effect.access !== "write") return undefined;
  return alternatives(data)
    .flatMap((row): SentAmount | readonly [] => {
      const credit = isConfirmed(entry) ? undefined : creditIn(effect, row);
      const price = credit === undefined ? priceIn(effect, row, model) : undefined;
      return credit ?? (price ? { as: "price", ...price } : []);
    })
    .at(0);
}

/** Whoever has a role may enter amounts. */
function isForAnyCaller(effect: Effect): boolean {
  const { entryPoint: entry } = effect;
  return (
    guardedBy(entry, effect, ["authentication", "role"]) === "yes" &&
    (guardedBy(entry, effect, ["role", "signature"]) === "no" || ordinaryRoleAllowed(entry, effect) !== undefined)
  );
}

/** A provider was asked, or the money comes from another account. */
function isConfirmed(entry: EntryPoint): boolean {
  return entry.trail.events.some(
    (event) =>
      event.kind === "effect" &&
      (event.category === "payment" || event.category === "externalApi" || takesAway(event.data)),
  );
}

/** Something kept says how much it may be: `body.amount > booking.price`. That both are there at all says nothing. */
const isCompared = oncePerEntry((entry): boolean => {
  const rows = resultsOf(entry);
  const saysAmount = somePart(isSentAmountPart, rows);
  const isOfRow = containingAny([...rows]);
  const isBothWithin = somePart((part) => !isLogic(part) && saysAmount(part) && isOfRow(part), rows);
  return entry.trail.events.some((event) => {
    if (event.kind === "check") return isBothWithin(event.test);
    // `findFirst({ where: { id, total: body.amount } })`
    return event.kind === "effect" && event.where !== undefined && saysAmount(event.where);
  });
});

function isLogic(part: Term): boolean {
  return part.kind === "operation" && /^(?:!|&&|\|\||\?\?|\?:)$/.test(part.operator);
}

function isSentAmountPart(part: Term): boolean {
  return part.kind === "input" && speaksOfAmount(part.path.at(-1) ?? "") && holds(part, HOLDS_CLIENT_DATA);
}

/** `{ balance: { decrement: amount } }`, `{ balance: row.balance - amount }`. */
function takesAway(data: Term | undefined): boolean {
  return (
    data !== undefined &&
    someTerm(
      data,
      (part) =>
        (part.kind === "object" && part.fields.some(({ key }) => key === "decrement")) ||
        (part.kind === "operation" && part.operator === "-"),
    )
  );
}

/** `{ balance: { increment: body.amount } }` of the caller's own row, or a wallet that is opened with `{ balance: body.balance }`. */
function creditIn(effect: Effect, row: Term): SentAmount | undefined {
  const { entryPoint: entry, operation, where } = effect;
  if (row.kind !== "object") return undefined;
  const opens = operation === "insert" && stakeOf(effect) === "money";
  const isOwn = where !== undefined && isCallers(entry, where);
  if (!opens && !(isOwn && (operation === "increment" || operation === "set"))) return undefined;
  for (const { key, value } of row.fields) {
    if (key === undefined || !isHeldColumn(key)) continue;
    const added = opens ? value : addedIn(effect, key, value);
    if (added && isAsSent(entry, added)) return { as: "credit", column: key, priced: [] };
  }
  return undefined;
}

/** What the column goes up by. */
function addedIn(effect: Effect, column: string, value: Term): Term | undefined {
  if (value.kind === "object") return value.fields.find(({ key }) => key === "increment")?.value;
  if (value.kind === "operation" && value.operator === "+") {
    const others = value.parts.filter((part) => !isColumn(part, column));
    return others.length === value.parts.length - 1 ? others[0] : undefined;
  }
  // `row.balance.plus(amount)`. https://mikemcl.github.io/decimal.js/#plus
  if (value.kind === "external" && /^(?:plus|add)\(\)$/.test(value.path.at(-1) ?? ""))
    return value.path.at(-2) === column || (value.base && isColumn(value.base, column))
      ? value.arguments?.[0]
      : undefined;
  return effect.operation === "increment" && value.kind === "input" ? value : undefined;
}

function isColumn(part: Term, column: string): boolean {
  if (part.kind === "member") return part.name === column;
  if (part.kind === "operation" && part.operator === "number") return part.parts.some((one) => isColumn(one, column));
  return (part.kind === "external" || part.kind === "input") && part.path.at(-1) === column;
}
