/**
 * Recognises what a POST to another service makes there: its answer has an id that is stored with the own row, or its
 * address is that of the payments or invoices of that service, or of the subscriptions of a payment provider.
 *
 * `const label = await post("/labels", …); await db.update({ labelId: label.id })`, `post("/invoices", …)`.
 */
import type { EffectEvent, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { containsTerm } from "../terms/terms.ts";

/** The call becomes an insert into the other service. */
export function withCreations(events: readonly PathEvent[]): readonly PathEvent[] {
  const calls = events.filter((event): event is EffectEvent => event.kind === "effect" && isPost(event));
  if (calls.length === 0) return events;
  const writes = events.filter(
    (event): event is EffectEvent =>
      event.kind === "effect" && event.access === "write" && event.category === "database" && event.data !== undefined,
  );
  const making = new Set<PathEvent>(
    calls.filter(
      (call) =>
        isOfMoney(call) ||
        (!isSignIn(call) && writes.some((write) => write.order > call.order && storesIdOf(call, write))),
    ),
  );
  return making.size === 0
    ? events
    : events.map((event) => (event.kind === "effect" && making.has(event) ? { ...event, operation: "insert" } : event));
}

/** It is put there, and not looked for: what is sent has no page, and asks no question. */
function isOfMoney({ category, target = "", data }: EffectEvent): boolean {
  const isSearch =
    data?.kind === "object" &&
    data.fields.some(({ key }) => /^(?:query|filters?|page|limit|offset|from|search)$/i.test(key ?? ""));
  if (isSearch || /(?:^|\/)(?:query|search|reports?|list)\//i.test(target)) return false;
  return OF_MONEY.test(target) || (category === "payment" && /\/subscriptions$/i.test(target));
}

/** The last part of the address is a collection of money's things, or says that somebody pays. */
const OF_MONEY =
  /\/(?:(?:service|e)?-?invoices?|nfes?|payments?|charges?|pay(?:outs?|-?now)?|refunds?|disbursements?|withdrawals?|(?:create|make|process)-?(?:payment|charge|invoice|payout|refund|subscription))$/i;

/** A code or a refresh token is changed for a token: the answer says whose it is, and nothing was made. */
function isSignIn({ target = "" }: EffectEvent): boolean {
  return /\/oauth2?\/|(?:^|[/_-])(?:access_?)?tokens?$/i.test(target);
}

function isPost({ category, operation, call }: EffectEvent): boolean {
  if ((category !== "externalApi" && category !== "payment") || operation !== "call") return false;
  return (
    /(?:^|\.)post$/i.test(call.text) ||
    call.arguments.some(
      (argument) =>
        argument.kind === "object" &&
        argument.fields.some(
          ({ key, value }) => key === "method" && value.kind === "literal" && /^post$/i.test(String(value.value)),
        ),
    )
  );
}

function storesIdOf(call: EffectEvent, { data }: EffectEvent): boolean {
  return (
    data?.kind === "object" &&
    data.fields.some(
      ({ key, value }) => key !== undefined && ID.test(nameOf(value)) && containsTerm(value, call.result),
    )
  );
}

/** A token is asked for again, a reference is not, and neither is the address that the thing has of its own. */
const ID =
  /^(?:id|_id|uuid|reference|number|self|permalink|html_?[uU]rl|web_?[uU]rl)$|(?:Id|_id|ID|Reference|_reference|Number)$/;

function nameOf(term: Term): string {
  if (term.kind === "member") return term.name;
  return term.kind === "external" || term.kind === "input" ? (term.path.at(-1) ?? "") : "";
}
