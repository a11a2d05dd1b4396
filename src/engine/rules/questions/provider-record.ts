/** What is made at a payment provider without taking money, and what the provider itself does only once. */
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { together } from "./together.ts";

/**
 * A customer, product, price or address for events that is made where none is known yet: its id was asked for first, or a row that it is for
 * is inserted ahead of it. A repeat finds it; only two at once, or a stop before it is stored, make a second one, and
 * nobody pays for that.
 */
export function isRecordMadeOnce(effect: Effect): boolean {
  if (
    effect.operation !== "insert" ||
    !/(?:^|\.)(?:customers?|products?|prices?|webhooks?(?:_?endpoints?)?)$/i.test(effect.target ?? "")
  )
    return false;
  const { effects, trail } = effect.entryPoint;
  if (effects.some((one) => isRowAhead(one, effect))) return true;
  const results = new Set(effects.filter((one) => one.access === "read").map((one) => one.result));
  const asks = (part: Term): boolean => results.has(part) || NAMES_RECORD.test(nameOf(part));
  return (
    effect.scopes.some((scope) => scope.kind === "branch" && someTerm(scope.test, asks)) ||
    trail.events.some(
      (event) =>
        event.kind === "check" && event.order < effect.order && someTerm(event.test, (part) => isRecordId(part)),
    )
  );
}

function isRowAhead(one: Effect, effect: Effect): boolean {
  return one.operation === "insert" && one.category === "database" && one.order < effect.order && together(one, effect);
}

const NAMES_RECORD = /customer|stripe|payment|billing|subscription|product|price/i;

/** `organization.customerId`, `user.stripeId`. */
function isRecordId(part: Term): boolean {
  return /(?:customer|stripe|payment|billing).*id$/i.test(nameOf(part));
}

function nameOf(term: Term): string {
  if (term.kind === "member") return term.name;
  return term.kind === "input" || term.kind === "external" ? (term.path.at(-1) ?? "") : "";
}

/**
 * `refunds.create({ charge })`, `transfers.createReversal(transfer)` give all of it back: the provider refuses a second time.
 * https://docs.stripe.com/api/refunds/create
 */
export function isWholeRefund(effect: Effect): boolean {
  const [first, second] = effect.call.arguments;
  if (/(?:^|\.)transfers\.createReversal$/.test(effect.call.text))
    return (
      second === undefined ||
      (second.kind === "object" && second.fields.every(({ key }) => key !== undefined && key !== "amount"))
    );
  if (!/(?:^|\.)refunds\.create$/.test(effect.call.text) || first?.kind !== "object") return false;
  const keys = first.fields.map((field) => field.key);
  return (
    !keys.includes(undefined) &&
    !keys.includes("amount") &&
    keys.some((key) => key === "charge" || key === "payment_intent")
  );
}
