/** Forms that visitors send without an account: contact, newsletter, feedback. */
import { inChain } from "../../link/trail/chain.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { spelledApart } from "../../vocabulary/spelled-apart.ts";
import { isAdministrative } from "./administrative.ts";

const FORM =
  /(?:^|[/_.-])(?:contact(?:-?us|s)?|newsletter|subscribe|subscribers?|feedback|inquir(?:y|ies)|enquir(?:y|ies)|waitlist|waiting-list|leads?|demo-requests?|quote-requests?)(?:[/_.-]|$)/i;

/** Who sends it shows to be no program, which nobody asks of whom they know: Turnstile, hCaptcha, reCAPTCHA. */
export function asksForHuman({ trail }: EntryPoint): boolean {
  return trail.events.some(
    (event) =>
      (event.kind === "effect" && HUMAN.test(`${event.target ?? ""} ${event.call.text}`)) ||
      (event.kind === "opaque" && HUMAN.test(event.call.text)),
  );
}

const HUMAN = /turnstile|captcha|siteverify/i;

/** An address is put on the list of those who want to hear more, whatever the form is called. */
function isListed(writes: readonly Effect[]): boolean {
  const rows = writes.filter(({ category }) => category === "database");
  return rows.length > 0 && rows.every(({ target = "" }) => LIST.test(target));
}

const LIST =
  /^(?:e?mail_?(?:list|subscri\w+)s?|mailing_?lists?|newsletters?(?:_?\w+)?|subscribers|wait_?(?:ing_?)?list(?:_?\w+)?|contact_?(?:messages?|forms?|requests?|submissions?)|inquir(?:y|ies)|enquir(?:y|ies)|feedbacks?)$/i;

/** A letter to an address that stands in the settings, whatever the form is called: `{ to: process.env.SUPPORT_MAIL, text }`. */
function isSentToTeam({ category, operation, call }: Effect): boolean {
  if (category !== "email" || operation !== "send") return false;
  return call.arguments.some(
    (given) =>
      given.kind === "object" &&
      given.fields.some(({ key, value }) => key === "to" && value.kind === "environment") &&
      given.fields.every(({ key }) => key !== undefined && !/^b?cc$/i.test(key)),
  );
}

/** Something is left there, and nothing of anybody's is changed, taken away or shown. */
export function isVisitorForm(entry: EntryPoint, model: ServiceModel): boolean {
  const path = spelledApart(entry.path, "-");
  // What middleware does it does for every route.
  const writes = entry.effects.filter((effect) => effect.access !== "read" && !inChain(effect));
  // A list of those who wrote, or a letter to all of them at an address that is only followed, is no form.
  if (entry.method === "GET" || entry.method === "QUERY" || writes.length === 0 || isAdministrative(entry, model))
    return false;
  if (/[:[]/.test(path) || !(FORM.test(path) || isListed(writes) || writes.every(isSentToTeam))) return false;
  return writes.every(
    (effect) => /^(?:insert|upsert|send|call|publish)$/.test(effect.operation) && effect.category !== "payment",
  );
}
