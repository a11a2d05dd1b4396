/** Whose rows a table holds, and whether an effect is limited to the caller's own. */

import { isLeftInContext, isNamedFirst, isUnreadPart } from "../../link/guards/identity.ts";
import { dominates } from "../../link/retry/retry.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { presenceOf } from "../../link/terms/presence.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import { containsTerm, partsOf, somePart, someTerm, termsWithin } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { EffectEvent, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { oncePer, oncePerEntry } from "./once.ts";
import { requestIds } from "./request-ids.ts";
import { resultsOf } from "./results.ts";

export { isSamePart };

/** The caller, a tenant or team of the caller, or a row that was found for the caller. */
export function isCallers(entry: EntryPoint, term: Term): boolean {
  return isOwn(entry)(term);
}

const isOwn = oncePerEntry((entry) => somePart(tellsIdentity(ownOf(entry))));

interface Own {
  readonly terms: Set<Term>;
  /** Members of the context that the login left, by name: whatever stands in them is the caller's too. */
  readonly left: ReadonlySet<string>;
  /** The token of the request was verified: what is decoded of it afterwards is believed. */
  readonly decoded: boolean;
}

/** What is the caller's on a path. */
const ownOf = oncePerEntry((entry): Own => {
  const terms = new Set<Term>(toldByGuards(entry));
  const left = new Set(
    [...terms].flatMap((term) => (isLeftInContext(term) && term.path.length === 1 ? term.path : [])),
  );
  const decoded = entry.trail.events.some((event) => event.kind === "guard" && event.guard === "authentication");
  const own = { terms, left, decoded };
  for (const event of entry.trail.events) {
    if (event.kind === "guard" && event.guard === "authentication") terms.add(event.result);
    if (event.kind !== "effect" || event.access !== "read") continue;
    if ((event.where && hasIdentity(event.where, own)) || isTestedForCaller(entry, event)) terms.add(event.result);
  }
  return own;
});

/** The row that the check of who is calling tests: `const user = await find(token); if (!user) return 401`. */
export function isTestedForCaller(entry: EntryPoint, event: EffectEvent): boolean {
  return entry.guards.some(
    (guard) =>
      guard.kind === "authentication" &&
      guard.order > event.order &&
      guard.proves.some((term) => termsWithin(term).has(event.result)),
  );
}

/** What a check of the login asks: `getServerSession()` in `if (!session) throw …`, `ctx.tenantId`. */
function toldByGuards(entry: EntryPoint): readonly Term[] {
  const answers = resultsOf(entry);
  return entry.guards
    .filter((guard) => guard.kind === "authentication")
    .flatMap((guard) => {
      const asked = guard.proves.flatMap((term) => askedParts(term, answers));
      // In a handler such a part may be of anything.
      return entry.chain.some(({ name }) => name === guard.name) ? asked : asked.filter((part) => !isUnreadPart(part));
    })
    .filter((part) => !holds(part, HOLDS_CLIENT_DATA));
}

/** Calls and parts of the context, or of what could not be read, that the term is made of; what calls were given is something else: the database of `getServerSession(options)`. */
function askedParts(term: Term, answers: ReadonlySet<Term>): readonly Term[] {
  const found: Term[] = [];
  const seen = new Set<Term>(answers);
  const stack = [term];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (isLeftInContext(next) || isUnreadPart(next)) found.push(next);
    if (next.kind === "external") {
      if (next.arguments !== undefined) found.push(next);
      if (next.base) stack.push(next.base);
    } else stack.push(...partsOf(next));
  }
  return found;
}

function hasIdentity(term: Term, own: Own): boolean {
  return someTerm(term, tellsIdentity(own));
}

function tellsIdentity({ terms, left, decoded }: Own): (part: Term) => boolean {
  return (part) =>
    (part.kind === "input" &&
      (part.source === "identity" || part.source === "session") &&
      !OF_MANY.test(part.path.at(-1) ?? "")) ||
    terms.has(part) ||
    (isLeftInContext(part) && left.has(part.path[0] ?? "")) ||
    (decoded && part.kind === "external" && part.decoded === true && holds(part, HOLDS_CREDENTIAL));
}

/** What many callers have in common tells nobody. */
const OF_MANY = /^(?:locale|lang(?:uage)?|time_?zone|currency|theme)$/i;

/** The effect touches only rows that the condition ties to the caller. */
export function ownerScoped(entry: EntryPoint, effect: EffectEvent): boolean {
  return effect.where !== undefined && isScoped(effect, entry);
}

const isScoped = oncePer(
  ({ where }: EffectEvent, entry: EntryPoint): boolean => where !== undefined && limitsToCaller(entry, where),
);

/** Of several conditions (`OR: […]`) none may find rows by what the request says alone. */
function limitsToCaller(entry: EntryPoint, where: Term): boolean {
  if (!isCallers(entry, where)) return false;
  if (where.kind !== "object") return true;
  return where.fields.some(({ key, value }) => {
    if (!isCallers(entry, value) || isCallerByDefault(entry, value)) return false;
    if (key === undefined || !/^\$?or$/i.test(key) || value.kind !== "array") return true;
    return value.items.every((item) => isCallers(entry, item) || !isSoughtByRequest(item));
  });
}

/** `body.authorId || user.id`: whom the request names comes first. */
export function isCallerByDefault(entry: EntryPoint, value: Term): boolean {
  return isNamedFirst(value) && someTerm(value, (other) => other.kind === "input" && isCallers(entry, other));
}

function isSoughtByRequest(condition: Term): boolean {
  return (
    condition.kind === "object" &&
    condition.fields.length > 0 &&
    condition.fields.every(
      ({ key, value }) => key !== undefined && value.kind === "input" && holds(value, HOLDS_CLIENT_DATA),
    )
  );
}

/** The caller's own, or below something that a check ahead of it found to be the caller's: `storeId`, once the store was. */
export function isTied(entry: EntryPoint, event: PathEvent, term: Term): boolean {
  if (isCallers(entry, term)) return true;
  if (!holds(term, HOLDS_CLIENT_DATA)) return false;
  const proven = provenAhead(entry, event);
  return proven.length > 0 && someTerm(term, (part) => proven.some((one) => isSamePart(one, part)));
}

/** What of the request, and made of it, a check ahead of the event found to be the caller's. */
export function provenAhead(entry: EntryPoint, event: PathEvent): readonly Term[] {
  return entry.guards
    .filter((guard) => guard.kind === "ownership" && dominates(guard, event))
    .flatMap((guard) => guard.proves.filter((part) => holds(part, HOLDS_CLIENT_DATA)));
}

/** The row that this part of the request names was looked up among the caller's own, ahead of the event. */
export function isFoundInOwn(entry: EntryPoint, event: PathEvent, sent: Term): boolean {
  return entry.effects.some(
    (one) =>
      one.order < event.order &&
      one.where !== undefined &&
      (one.access === "read" || isTestedAhead(entry, one, event)) &&
      isTied(entry, one, one.where) &&
      requestIds(entry, one).some((id) => isSamePart(id, sent)),
  );
}

/**
 * What came of the effect was asked for ahead of the event: `const [row] = await update(…).returning(); if (!row) throw …`.
 * Where what was found is what is refused (`if (isInUse) throw …`), whoever names another's row comes through.
 */
export function isTestedAhead(entry: EntryPoint, { order, result }: EffectEvent, event: PathEvent): boolean {
  return entry.trail.events.some((check) => {
    if (check.kind !== "check" || check.order <= order || check.order >= event.order) return false;
    if (!containsTerm(check.test, result)) return false;
    const asked = presenceOf(check.test, result);
    return asked.length === 0 || asked.includes(check.stopsWhen ? "absent" : "present");
  });
}
