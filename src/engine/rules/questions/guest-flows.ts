/** What visitors do without an account, by design: they book with their address, and pay for it. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { effectsOn } from "./effects-on.ts";
import { isCallers } from "./ownership.ts";
import { resultsOf } from "./results.ts";
import { isPage, stakeOf } from "./stake.ts";
import { ownerColumn, tableOf } from "./tables.ts";

/**
 * Somebody may pay: a page of the provider, a customer there, an intent that the browser has to confirm. It takes nothing
 * from anybody and grants nothing.
 */
export function setsUpPayment(effect: Effect): boolean {
  if (effect.category !== "payment") return false;
  if (isPage(effect)) return true;
  if (!/^(?:insert|charge)$/.test(effect.operation) || !TO_BE_CONFIRMED.test(effect.target ?? "")) return false;
  const { data } = effect;
  return data === undefined || (data.kind === "object" && !data.fields.some(takesAtOnce));
}

/** Made for a payment that somebody has to confirm: Stripe, PayPal, Razorpay. */
const TO_BE_CONFIRMED = /^(?:customers|payment_?intents|orders)$/i;

/** `confirm: true`: the money moves now, from a card that was kept. */
function takesAtOnce({ key, value }: { readonly key?: string; readonly value: Term }): boolean {
  return /^(?:confirm|off_session|payment_method|customer_?id)$/.test(key ?? "") && !isNo(value);
}

function isNo(value: Term): boolean {
  return value.kind === "undefined" || (value.kind === "literal" && value.value === false);
}

/**
 * A booking, an order, a request that somebody leaves with their name and how to reach them. The table knows no accounts,
 * and no endpoint stores or finds its rows for whoever is signed in.
 */
export function isLeftByGuest(effect: Effect, model: ServiceModel): boolean {
  const { data } = effect;
  if (effect.operation !== "insert" || effect.category !== "database" || data?.kind !== "object") return false;
  if (stakeOf(effect) !== "record" && !isBookedFor(effect)) return false;
  const answers = resultsOf(effect.entryPoint);
  const isSent = (name: RegExp): boolean =>
    data.fields.some(({ key, value }) => key !== undefined && name.test(key) && isOfRequest(value, answers));
  if (!isSent(REACHES) || !isSent(NAMES) || isSent(/status|state|paid|approved|confirmed|price|total|amount/i))
    return false;
  const table = tableOf(effect, model);
  if (table === undefined || hasPassword(table) || ownerColumn(effect, model) !== undefined) return false;
  return !effectsOn(model, effect).some(isOfAccount);
}

/** Who books is noted in a row of their own, and the booking refers to it. */
function isBookedFor({ entryPoint: entry, order, result }: Effect): boolean {
  return entry.effects.some(
    (other) =>
      other.order > order &&
      other.operation === "insert" &&
      other.category === "database" &&
      stakeOf(other) === "record" &&
      other.data !== undefined &&
      containsTerm(other.data, result),
  );
}

/** Rows of whoever is signed in are stored or looked for. That staff notes who has worked on a row is something else. */
function isOfAccount({ entryPoint: entry, operation, access, where, data }: Effect): boolean {
  if (entry.guards.some(({ kind }) => kind === "role")) return false;
  const given = operation === "insert" ? data : access === "read" ? where : undefined;
  return (
    given?.kind === "object" && given.fields.some(({ key, value }) => key !== undefined && isCallers(entry, value))
  );
}

const REACHES = /e_?mail|phone|mobile|whats_?app/i;
const NAMES = /name$/i;

/** The request says it, and not a row that was found by it. */
function isOfRequest(value: Term, answers: ReadonlySet<Term>): boolean {
  return someTerm(
    value,
    (part) => part.kind === "input" && part.path.length > 0 && holds(part, HOLDS_CLIENT_DATA),
    answers,
  );
}
