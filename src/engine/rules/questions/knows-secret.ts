/** Whether the caller shows that the row is theirs by knowing what stands in it: its password, a code that was sent. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, somePart, someTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { oncePer, oncePerEntry } from "./once.ts";

/** A check compares a secret of the row, or of a row found by the same part of the request, with what was sent. */
export function knowsSecret(entry: EntryPoint, effect: Effect): boolean {
  const { some, isCompared } = checksOfSecrets(entry);
  if (some) return true;
  const rows = readsOn(entry).get(effect.target) ?? [];
  return rows.some((one) => (one === effect || one.where === effect.where) && isCompared(one.result));
}

const readsOn = oncePerEntry((entry): ReadonlyMap<string | undefined, readonly Effect[]> => {
  const found = new Map<string | undefined, Effect[]>();
  for (const effect of entry.effects) {
    if (effect.access !== "read") continue;
    const list = found.get(effect.target);
    if (list) list.push(effect);
    else found.set(effect.target, [effect]);
  }
  return found;
});

/** Whether some check compares a code that was sent, and whether one compares a secret of a row. */
const checksOfSecrets = oncePerEntry((entry) => {
  const tests = [...new Set(entry.trail.events.flatMap((event) => (event.kind === "check" ? event.test : [])))];
  const maySay = somePart((part) => namesSecret(part) || isComparison(part));
  const others = tests.filter(maySay);
  const isCompared = oncePer((row: Term): boolean => others.some((test) => comparesSecret(test, row)));
  return { some: tests.some(comparesSentCode), isCompared };
});

/** `body.code !== codes.get(email)`, wherever the service keeps the codes that it sent. */
function comparesSentCode(test: Term): boolean {
  return [...termsWithin(test)].some(
    (part) =>
      part.kind === "operation" &&
      /^[!=]==$/.test(part.operator) &&
      part.parts.some((side) => side.kind === "input" && isOfClient(side) && SECRET.test(side.path.at(-1) ?? "")) &&
      part.parts.some((side) => side.kind !== "input" && side.kind !== "literal" && side.kind !== "undefined"),
  );
}

function comparesSecret(test: Term, row: Term): boolean {
  if (!containsTerm(test, row)) return false;
  return comparisonsOf(test).some((part) => {
    const sides = sidesOf(part);
    if (!sides.some((side) => isSent(side, row))) return false;
    // `user.comparePassword(body.password)`, `bcrypt.compare(body.password, user.password)`
    const asked = part.kind === "external" && isComparison(part) && part.base;
    return sides.some((side) => isSecretOf(side, row)) || (asked && containsTerm(asked, row));
  });
}

/** What in a test may compare a secret with what was sent, whichever row it is of. */
const comparisonsOf = oncePer((test: Term) =>
  [...termsWithin(test)].filter((part) => {
    const sides = sidesOf(part);
    return sides.some(maySend) && (isComparison(part) || sides.some(mayName));
  }),
);

/** What is compared, or may be. */
function sidesOf(part: Term): readonly Term[] {
  if (part.kind === "operation") return /^[!=]==$/.test(part.operator) ? part.parts : [];
  if (part.kind === "unknown") return part.parts;
  return part.kind === "external" ? (part.arguments ?? []) : [];
}

function isSecretOf(side: Term, row: Term): boolean {
  if (!containsTerm(side, row)) return false;
  return someTerm(side, namesSecret, new Set([row]));
}

function namesSecret(part: Term): boolean {
  if (part.kind === "member") return SECRET.test(part.name);
  return part.kind === "external" && part.arguments === undefined && SECRET.test(part.path.at(-1) ?? "");
}

/** `user.comparePassword(…)` */
function isComparison(part: Term): boolean {
  return (
    part.kind === "external" &&
    part.arguments !== undefined &&
    /compare|verify|match|check|valid/i.test(part.path.at(-1) ?? "")
  );
}

function isSent(side: Term, row: Term): boolean {
  return someTerm(side, isOfClient, new Set([row]));
}

function isOfClient(part: Term): boolean {
  return part.kind === "input" && part.source !== "headers" && holds(part, HOLDS_CLIENT_DATA);
}

const SECRET =
  /pass(?:word|wd|code|phrase)|secret|token|otp|(?:^|_)(?:code|pin|hash|salt)$|[a-z](?:Code|Pin|Hash|Otp)$/i;

const mayName = somePart(namesSecret);
const maySend = somePart(isOfClient);
