/** What a cookie or a header says of who is calling, as it was sent: nothing signed it, and nothing on the way proves it. */
import { dominates } from "../../link/retry/retry.ts";
import { someTerm, termsOutside, termsWithin } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { PathEvent } from "../../model/path.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isOwnerColumn } from "../../vocabulary/owner-column.ts";
import { isMoreThanSent } from "./more-than-sent.ts";
import { oncePerApp } from "./once.ts";
import { usesCrypto } from "./read-by-hand.ts";
import { resultsOf } from "./results.ts";

type InputTerm = Term & { readonly kind: "input" };

export interface Believed {
  /** Where it is first asked for, or used. */
  readonly event: PathEvent;
  /** `cookie "session"`, `header "x-user-id"`. */
  readonly what: string;
}

/** Undefined where there is none. */
export function believedCookie(entry: EntryPoint, model: ServiceModel): Believed | undefined {
  if (entry.intake?.signsCookies) return undefined;
  const answers = resultsOf(entry);
  for (const event of entry.trail.events) {
    for (const part of usedIn(event, answers)) {
      if (part.source === "headers" && !provesOthers(entry.app, model)) continue;
      if (isProven(entry, event, part) || usesCrypto(entry)) continue;
      const name = part.path[0] ?? "";
      return {
        event: firstTest(entry, part) ?? event,
        what: `${part.source === "cookies" ? "cookie" : "header"} "${name}"`,
      };
    }
  }
  return undefined;
}

/** Cookies and headers that find rows, become their owner, or are compared with what is stored. */
function usedIn(event: PathEvent, answers: ReadonlySet<Term>): readonly InputTerm[] {
  if (event.kind === "effect") {
    if (event.category !== "database" || /session|token/i.test(event.target ?? "")) return [];
    const where = event.where && !knowsMore(event.where, answers) ? personsIn(event.where, answers) : [];
    return where.length > 0 || event.access === "read" || !event.data ? where : ownersIn(event.data);
  }
  if (event.kind !== "check" || !/^(?:401|403|404|undefined)$/.test(String(event.stop.status))) return [];
  return [...termsOutside(event.test, answers)].flatMap((part) => {
    if (part.kind !== "operation" || !/^(?:[!=]==|includes)$/.test(part.operator)) return [];
    const others = part.parts.filter((side) => side.kind !== "undefined" && !(side.kind === "literal" && !side.value));
    return others.length === 2 ? part.parts.filter(isPerson) : [];
  });
}

function personsIn(term: Term, answers: ReadonlySet<Term>): readonly InputTerm[] {
  return [...termsOutside(term, answers)].filter(isPerson);
}

/** Whose the new row is, the cookie says. */
function ownersIn(data: Term): readonly InputTerm[] {
  if (data.kind !== "object") return [];
  return data.fields.flatMap(({ key, value }) =>
    key !== undefined && isOwnerColumn(key) && isPerson(value) ? [value] : [],
  );
}

/** A field of a cookie that holds JSON, or a cookie or header of such a name, that tells who somebody is. */
function isPerson(term: Term): term is InputTerm {
  if (term.kind !== "input") return false;
  const [name = "", ...fields] = term.path;
  if (term.source === "headers") return fields.length === 0 && HEADER.test(name);
  if (term.source !== "cookies" || NO_PERSON.test(name)) return false;
  return fields.length > 0 ? FIELD.test(fields.at(-1) ?? "") : COOKIE.test(name);
}

const PERSON =
  "(?:user|account|customer|client|member|patient|driver|student|teacher|employee|staff|admin|person|profile)";
const FIELD = new RegExp(
  `^(?:_?id|uid|sub|${PERSON}(?:_?(?:id|name|e?mail))?|e?mail|phone(?:_?number)?|mobile|username|login|role|is_?admin)$`,
  "i",
);
const COOKIE = new RegExp(
  `^(?:.*[_.-])?(?:uid|${PERSON}_?(?:id|e?mail|name)|e?mail|phone|username|(?:user_?)?role|is_?admin|current_?user)$`,
  "i",
);
const HEADER = new RegExp(`^(?:x-)?${PERSON}-?(?:id|email)$`, "i");

/** Visitors have baskets and wishes; who reads a random text in a cookie looks it up. */
const NO_PERSON =
  /cart|basket|guest|visitor|anonymous|consent|theme|pref|setting|locale|lang|wish|recent|viewed|compare|filter|token|referr|campaign|utm|device|flash/i;

/** The row is found by a secret as well. */
function knowsMore(where: Term, answers: ReadonlySet<Term>): boolean {
  return [...termsOutside(where, answers)].some(
    (part) =>
      part.kind === "object" &&
      part.fields.some(({ key }) => /token|secret|password|hash|signature|code$/i.test(key ?? "")),
  );
}

/** Who is calling was asked by something else: a session that is stored, another cookie that is a secret. */
function isProven(entry: EntryPoint, event: PathEvent, believed: InputTerm): boolean {
  const resting = new Set<Term>([believed]);
  for (const effect of entry.effects) {
    if (effect.where && someTerm(effect.where, (part) => isOfSame(part, believed) || resting.has(part)))
      resting.add(effect.result);
  }
  const restsOnIt = (term: Term): boolean => someTerm(term, (part) => isOfSame(part, believed) || resting.has(part));
  return (
    entry.guards.some(
      (guard) =>
        (guard.kind === "authentication" || guard.kind === "signature") &&
        dominates(guard, event) &&
        (guard.proves.length === 0 || guard.proves.some(isMoreThanSent)) &&
        !guard.proves.some(restsOnIt),
    ) || entry.trail.events.some((other) => isSurelyAlong(other, event) && asksSecret(other, believed))
  );
}

/** The same cookie, or another field in it. */
function isOfSame(part: Term, believed: InputTerm): boolean {
  return part.kind === "input" && part.source === believed.source && part.path[0] === believed.path[0];
}

/** It stands on no branch that the event does not stand on as well. */
function isSurelyAlong(other: PathEvent, event: PathEvent): boolean {
  return other.scopes.every(({ kind, id }) => kind !== "branch" || event.scopes.some((scope) => scope.id === id));
}

/** Another cookie or header that is a secret is looked up with, or compared. */
function asksSecret(event: PathEvent, believed: InputTerm): boolean {
  const terms = event.kind === "check" ? [event.test] : event.kind === "effect" && event.where ? [event.where] : [];
  return terms.some((term) =>
    [...termsWithin(term)].some(
      (part) =>
        part.kind === "input" &&
        (part.source === "cookies" || part.source === "headers") &&
        !isOfSame(part, believed) &&
        SECRET.test(part.path.join(".")),
    ),
  );
}

const SECRET = /token|secret|(?:^|[._-])s?sid$|sess|sig|auth|jwt|key|hash|csrf/i;

/** The check of the same cookie ahead, often in middleware: one flaw, told once. */
function firstTest(entry: EntryPoint, believed: InputTerm): PathEvent | undefined {
  return entry.trail.events.find(
    (event) => event.kind === "check" && someTerm(event.test, (part) => isOfSame(part, believed)),
  );
}

/** Elsewhere in the application a login is proven: headers that name a user come from no gateway. */
const provesOthers = oncePerApp((app, model): boolean =>
  model.entryPoints.some(
    (entry) =>
      entry.app === app &&
      entry.trail.events.some((event) => event.kind === "guard" && event.guard === "authentication"),
  ),
);
