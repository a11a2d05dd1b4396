/** Whether the caller shows that the row is theirs by knowing what stands in it: its password, a code that was sent. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { containsTerm, somePart, someTerm, termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { oncePerEntry } from "./once.ts";

/** A check compares a secret of the row, or of a row found by the same part of the request, with what was sent. */
export function knowsSecret(entry: EntryPoint, effect: Effect): boolean {
  const rows = entry.effects.filter(
    (one) => one.access === "read" && one.target === effect.target && (one === effect || one.where === effect.where),
  );
  const { some, others } = checksOfSecrets(entry);
  return some || others.some((check) => rows.some(({ result }) => comparesSecret(check, result)));
}

/** Whether some check compares a code that was sent, and those that may compare a secret of a row. */
const checksOfSecrets = oncePerEntry((entry) => {
  const checks = entry.trail.events.filter((event) => event.kind === "check");
  const maySay = somePart((part) => namesSecret(part) || isComparison(part));
  return { some: checks.some(comparesSentCode), others: checks.filter(({ test }) => maySay(test)) };
});

/** `body.code !== codes.get(email)`, wherever the service keeps the codes that it sent. */
function comparesSentCode({ test }: CheckEvent): boolean {
  return [...termsWithin(test)].some(
    (part) =>
      part.kind === "operation" &&
      /^[!=]==$/.test(part.operator) &&
      part.parts.some((side) => side.kind === "input" && isOfClient(side) && SECRET.test(side.path.at(-1) ?? "")) &&
      part.parts.some((side) => side.kind !== "input" && side.kind !== "literal" && side.kind !== "undefined"),
  );
}

function comparesSecret({ test }: CheckEvent, row: Term): boolean {
  if (!containsTerm(test, row)) return false;
  return [...termsWithin(test)].some((part) => {
    if (part.kind === "operation" && /^[!=]==$/.test(part.operator))
      return part.parts.some((side) => isSecretOf(side, row)) && part.parts.some((side) => isSent(side, row));
    if (part.kind === "unknown")
      return part.parts.some((side) => isSecretOf(side, row)) && part.parts.some((side) => isSent(side, row));
    // `user.comparePassword(body.password)`, `bcrypt.compare(body.password, user.password)`
    if (part.kind !== "external" || part.arguments === undefined) return false;
    if (!part.arguments.some((side) => isSent(side, row))) return false;
    return (
      part.arguments.some((side) => isSecretOf(side, row)) ||
      (part.base !== undefined && containsTerm(part.base, row) && isComparison(part))
    );
  });
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
