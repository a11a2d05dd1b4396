/** Checks of a role that let through the one that everybody has who signs up. */
import { decide } from "../../link/evaluate/decide.ts";
import { alternatives } from "../../link/evaluate/members.ts";
import { literalsOf } from "../../link/guards/test-parts.ts";
import { dominates } from "../../link/retry/retry.ts";
import { isSent } from "../../link/terms/sent.ts";
import { termsWithin } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isOrdinaryRole } from "../../vocabulary/ordinary-role.ts";
import { oncePer } from "./once.ts";

/** The ordinary role that every check of a role ahead of the effect lists among those that may pass. */
export function ordinaryRoleAllowed(entry: EntryPoint, effect: Effect): string | undefined {
  return rolesAllowed(entry, effect).find((role) => isOrdinaryRole(role));
}

/** The roles that pass every check of a role ahead of the effect; none where a check names none that it lets through. */
export function rolesAllowed(entry: EntryPoint, effect: Effect): readonly string[] {
  return allowedAhead(effect, entry);
}

const allowedAhead = oncePer((effect: Effect, entry: EntryPoint): readonly string[] => {
  const tests = new Set(
    entry.guards
      .flatMap((guard) => (guard.kind === "role" && dominates(guard, effect) ? guard.proves : []))
      .filter((test) => tellsRole(entry, test)),
  );
  const byTest = checksByTest(entry);
  const checks = [...tests].flatMap((test) => byTest.get(test) ?? []).sort((a, b) => a.at - b.at);
  if (checks.length === 0 || checks.length < tests.size) return [];
  const told = checks.map(({ check }) => passing(check));
  const [first, ...others] = told.flatMap(({ only }) => (only ? [only] : []));
  const refused = new Set(told.flatMap(({ but }) => but));
  return first?.filter((role) => others.every((roles) => roles.includes(role)) && !refused.has(role)) ?? [];
});

/** The checks of a path by what they test, with where they stand in it. Each of thousands of effects asks. */
const checksByTest = oncePer((entry: EntryPoint): ReadonlyMap<Term, readonly Placed[]> => {
  const found = new Map<Term, Placed[]>();
  entry.trail.events.forEach((check, at) => {
    if (check.kind !== "check") return;
    const list = found.get(check.test);
    if (list) list.push({ check, at });
    else found.set(check.test, [{ check, at }]);
  });
  return found;
});

interface Placed {
  readonly check: CheckEvent;
  readonly at: number;
}

/** Whom a check lets pass: nobody else, or all but some, as one that turns away who is blocked. */
interface Passing {
  readonly only?: readonly string[];
  readonly but: readonly string[];
}

const passing = oncePer(({ test, stopsWhen }: CheckEvent): Passing => {
  const named = rolesNamed(test);
  const passes = (role: string | undefined): boolean => decide(test, (part) => isOf(part, role)) === !stopsWhen;
  return named.length > 0 && passes(undefined)
    ? { but: named.filter((role) => !passes(role)) }
    : { only: allowedIn(test, stopsWhen), but: [] };
});

const rolesTold = oncePer((_entry: EntryPoint) => new Map<Term, boolean>());

function tellsRole(entry: EntryPoint, test: Term): boolean {
  const told = rolesTold(entry);
  let answer = told.get(test);
  if (answer === undefined) {
    answer = !tellsNoRole(test) && !isAnyAccount(entry, test);
    told.set(test, answer);
  }
  return answer;
}

/**
 * It asks whether something was sent at all, or whether the role that a token tells is the one that the request says: any
 * role passes.
 */
function tellsNoRole(test: Term): boolean {
  if (test.kind !== "operation") return false;
  const [first] = test.parts;
  if (test.operator === "!")
    return first !== undefined && (first.kind === "unknown" || isOfRequest(first) || isThere(first));
  // `!token.id || !token.role`
  if (test.operator === "||") return test.parts.every(tellsNoRole);
  return /^[!=]==$/.test(test.operator) && test.parts.some(isOfRequest);
}

/** `!account`, which stands in the table of whatever role the caller has. */
function isAnyAccount(entry: EntryPoint, test: Term): boolean {
  if (test.kind !== "operation" || test.operator !== "!") return false;
  const rows = new Set(alternatives(test.parts[0] ?? test));
  const found = entry.effects.filter(({ access, result }) => access === "read" && rows.has(result));
  return new Set(found.map(({ target }) => target)).size > 1;
}

/** A token has a role at all: any will do. */
function isThere(term: Term): boolean {
  if (term.kind === "external" && term.arguments !== undefined) return false;
  const name = term.kind === "member" ? term.name : "path" in term ? term.path.at(-1) : undefined;
  return /^(?:_?id|sub|e?mail|(?:user_?)?(?:id|roles?))$/i.test(name ?? "");
}

function isOfRequest(term: Term): boolean {
  return term.kind === "input" && (term.source === "headers" || term.source === "cookies" || isSent(term));
}

/** The roles that the test names, and that it does not turn away, while it turns away whoever has another. */
export function allowedIn(test: Term, stopsWhen: boolean): readonly string[] {
  const stops = (role: string | undefined): boolean => isTurnedAway(test, stopsWhen, role);
  return stops(undefined) ? rolesNamed(test).filter((role) => !stops(role)) : [];
}

function rolesNamed(test: Term): readonly string[] {
  return [...new Set([...termsWithin(test)].flatMap((part) => (asksRole(part) ? literalsOf(part) : [])))];
}

function isTurnedAway(test: Term, stopsWhen: boolean, role: string | undefined): boolean {
  return decide(test, (part) => isOf(part, role)) === stopsWhen;
}

/** What a part of the test says of a caller with this role. */
function isOf(part: Term, role: string | undefined): boolean | undefined {
  if (isSomebodyThere(part)) return false;
  if (!asksRole(part)) return saysHowMany(part);
  const isNamed = role !== undefined && literalsOf(part).includes(role);
  return part.kind === "operation" && part.operator === "!==" ? !isNamed : isNamed;
}

/** `!userId`: whoever has a role is signed in. */
function isSomebodyThere(part: Term): boolean {
  const [asked] = part.kind === "operation" && part.operator === "!" ? part.parts : [];
  return asked !== undefined && isThere(asked);
}

/** `roles.length > 0`, where the route lists its roles. */
function saysHowMany(part: Term): boolean | undefined {
  if (part.kind !== "operation") return undefined;
  const [first, second] = part.parts.map((one) => (one.kind === "literal" ? Number(one.value) : Number.NaN));
  return part.operator === ">" && !Number.isNaN(first) && !Number.isNaN(second)
    ? Number(first) > Number(second)
    : undefined;
}

/** `user.role === "admin"`, `["admin", "clerk"].includes(user.role)`, `user.roles.includes("admin")`. */
function asksRole(part: Term): boolean {
  if (part.kind === "result") return /(?:^|\.)(?:includes|has)$/.test(part.of.text) && literalsOf(part).length > 0;
  return part.kind === "operation" && /^(?:[!=]==|includes)$/.test(part.operator) && literalsOf(part).length > 0;
}
