/** Calls of a payment provider about a customer, a subscription or a payment that the request names. */

import { alternatives } from "../../link/evaluate/members.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isCallers, isTied } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";
import { isForAnyUser } from "./role-witness.ts";

export interface ForeignPayment {
  readonly effect: Effect;
  readonly id: Term;
}

export function foreignPayments(entry: EntryPoint, model: ServiceModel): readonly ForeignPayment[] {
  return entry.effects.flatMap((effect) => {
    if (effect.category !== "payment" || !isForAnyUser(effect, model)) return [];
    const id = idsOf(effect).find((one) => !isProven(entry, effect, one));
    return id ? [{ effect, id }] : [];
  });
}

/** What belongs to one customer for good. What a page pays with, or comes back with, is the page's own. */
const OF_CUSTOMER = /(?:^|\.)(?:customers|subscriptions|subscriptionSchedules|invoices|refunds)$/;
const NAMES_CUSTOMER = /^(?:customer|customer_?id|subscription|subscription_?id|payment_intent|charge)$/i;

/** Ids of the request that the call is about: its first argument, or the customer that it is for. */
function idsOf({ call, target = "", category }: Effect): readonly Term[] {
  if (category !== "payment") return [];
  const [first] = call.arguments;
  if (first === undefined) return [];
  if (first.kind === "object")
    return first.fields.flatMap(({ key, value }) =>
      key !== undefined && NAMES_CUSTOMER.test(key) ? sentIn(value) : [],
    );
  return OF_CUSTOMER.test(target) ? sentIn(first) : [];
}

function sentIn(value: Term): readonly Term[] {
  return alternatives(value).flatMap((option) => {
    const only = option.kind === "text" && option.parts.length === 1 ? option.parts[0] : option;
    // One of a list that was sent: `for (const charge of body.charges) …`.
    const sent = only?.kind === "element" ? only.of : only;
    const isSent =
      sent?.kind === "input" && /^(?:body|query|params|arguments)$/.test(sent.source) && sent.path.length > 0;
    return isSent ? [sent] : [];
  });
}

/** A check is about this very id, or a row was found by it together with the caller. */
function isProven(entry: EntryPoint, effect: Effect, id: Term): boolean {
  if (isTied(entry, effect, id)) return true;
  return entry.effects.some(
    (other) =>
      other.order < effect.order &&
      other.where !== undefined &&
      isCallers(entry, other.where) &&
      requestIds(entry, other).some((one) => isSamePart(one, id)),
  );
}
