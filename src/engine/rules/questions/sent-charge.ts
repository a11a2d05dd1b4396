/** Amounts that a payment provider is told to charge, where the request says how much and what for. */

import { alternatives } from "../../link/evaluate/members.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { isAsSent } from "./amount-as-sent.ts";

/**
 * The field with the amount: `paymentIntents.create({ amount: body.amount, metadata: { bookingId: body.bookingId } })`.
 * Who fills their own account, or gives, may say how much; undefined there, and where nothing names what is paid for.
 */
export function amountCharged(effect: Effect): string | undefined {
  const { entryPoint: entry, operation, target = "", data } = effect;
  if (!data || !/^(?:charge|insert)$/.test(operation) || !IS_ASKED_FOR.test(target)) return undefined;
  if (IS_GIVEN.test(entry.path) || effect.call.arguments.some((given) => someTerm(given, isGiven))) return undefined;
  const amount = amountIn(effect, data, MAXIMUM_LEVELS);
  return amount !== undefined && namesSubject(data) ? amount : undefined;
}

/** https://docs.stripe.com/api/payment_intents/create#create_payment_intent-amount */
const IS_ASKED_FOR = /payment_?intents?|checkout|charges?$|orders?$|transactions?$|payments?$/i;
/** Of what is paid in or given away, whoever pays says how much. */
const IS_GIVEN =
  /top-?up|wallet|deposit|donat|tips?(?:\/|$)|funds?|credits?|contribut|campaign|pledge|gift|withdraw|payout/i;

/** The words of the call say so (`{ type: "donation", campaignId }`), or it is made for an account of the caller's. */
function isGiven(part: Term): boolean {
  if (part.kind === "literal") return IS_GIVEN.test(String(part.value));
  if (part.kind === "input") return IS_GIVEN.test(part.path.at(-1) ?? "");
  return part.kind === "object" && part.fields.some(({ key }) => key === "stripeAccount");
}

/** `{ line_items: [{ price_data: { unit_amount } }] }` */
const MAXIMUM_LEVELS = 4;

function amountIn(effect: Effect, value: Term, levels: number): string | undefined {
  for (const one of alternatives(value)) {
    if (one.kind === "array") {
      const [found] = one.items.flatMap((item) => amountIn(effect, item, levels - 1) ?? []);
      if (found !== undefined) return found;
    }
    for (const field of one.kind === "object" ? one.fields : []) {
      const { key = "" } = field;
      if (AMOUNT.test(key) && isAsSent(effect.entryPoint, field.value)) return key;
      const found = levels > 0 && WITHIN.test(key) ? amountIn(effect, field.value, levels - 1) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const AMOUNT = /^(?:amount|unit_?amount(?:_?decimal)?|total|value)$/i;
const WITHIN = /^(?:line_?items|price_?data|purchase_?units|amount|payment_?intent_?data)$/i;

/** An id of the request says what is paid for, besides who pays and how. */
function namesSubject(data: Term): boolean {
  return someTerm(data, (part) => {
    if (part.kind !== "input" || !holds(part, HOLDS_CLIENT_DATA)) return false;
    const name = part.path.at(-1) ?? "";
    return /(?:_id|[a-z]Id)$/.test(name) && !OF_PAYER.test(name);
  });
}

const OF_PAYER = /^(?:user|customer|client|payer|account|payment_?method|card|source|idempotency)_?id$/i;
