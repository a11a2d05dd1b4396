/** Ids of the request by which an effect finds its rows. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { isSent } from "../../link/terms/sent.ts";
import { someTerm, termsOutside, termsWithin } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { oncePer } from "./once.ts";
import { resultsOf } from "./results.ts";

/** What earlier queries gave back is not of the request, nor is what stands in a row that unread code found. */
export function requestIds(entry: EntryPoint, effect: EffectEvent): readonly Term[] {
  return idsOf(effect, entry);
}

const idsOf = oncePer(({ where }: EffectEvent, entry: EntryPoint): readonly Term[] => {
  if (where === undefined || !holds(where, HOLDS_CLIENT_DATA)) return [];
  if (entry.kind === "socket" && (someTerm(where, isOfSocket) || asksSocket(entry))) return [];
  const unread = [...termsWithin(where)].filter(isOfUnreadRow);
  const apart = new Set([...resultsOf(entry), ...soughtIn(where), ...unread]);
  return [...termsOutside(where, apart)].flatMap((part) => {
    // `body.map(({ id }) => …)`: the whole of what was sent is a list.
    if (part.kind === "element") return isGiven(part.of, entry) && part.of.path.length === 0 ? [part.of] : [];
    return isGiven(part, entry) && part.path.length > 0 && !isCountOf(part.path) ? [part] : [];
  });
});

/** What stands on the socket, such as who connected or which rooms it is in, may be all that is asked for. */
function isOfSocket(part: Term): boolean {
  return part.kind === "external" && part.package === "socket.io" && part.base !== undefined;
}

const asksSocket = oncePer((entry: EntryPoint): boolean =>
  entry.trail.events.some((event) => event.kind === "check" && someTerm(event.test, isOfSocket)),
);

/** Over a socket the message is what the request is elsewhere. */
function isGiven(part: Term, { kind }: EntryPoint): part is Term & { readonly kind: "input" } {
  const isMessage = kind === "socket" && part.kind === "input" && part.source === "message";
  return isMessage || isSent(part);
}

/** `body.items.length`: how many were sent names none of them. */
function isCountOf(path: readonly string[]): boolean {
  return path.length > 1 && path.at(-1) === "length";
}

/**
 * `(await store.find(params.id)).teamId`, and what was made of a list of such: a part of what was found by the id. Unlike
 * `parse(params).id`, where all that was sent is given.
 */
function isOfUnreadRow(term: Term): boolean {
  if (term.kind === "unknown") return term.parts.some(isOfUnreadRow);
  if (term.kind !== "member") return false;
  return answersIn(term.of).some(({ of }) => [of.callee, ...of.arguments].some(holdsPart));
}

function answersIn(term: Term): readonly (Term & { readonly kind: "result" })[] {
  if (term.kind === "result") return [term];
  if (term.kind === "element" || term.kind === "member") return answersIn(term.of);
  return term.kind === "unknown" ? term.parts.flatMap((part) => (part.kind === "result" ? [part] : [])) : [];
}

function holdsPart(term: Term): boolean {
  return [...termsWithin(term)].some((part) => isSent(part) && part.path.length > 0);
}

/** What is looked for in texts names no row. */
function soughtIn(where: Term): readonly Term[] {
  return [...termsWithin(where)].flatMap((part) => {
    if (part.kind === "object")
      return part.fields.flatMap(({ key, value }) => (key !== undefined && SEARCHES.test(key) ? [value] : []));
    if (part.kind === "external") return part.package === "global:RegExp" ? [part] : [];
    const isPattern =
      part.kind === "text" && part.parts.some((one) => one.kind === "literal" && /%/.test(String(one.value)));
    return isPattern ? [part] : [];
  });
}

const SEARCHES =
  /^(?:\$text|\$search|\$regex|contains|startsWith|endsWith|search|string_contains|iLike|like|\$like|\$iLike)$/i;
