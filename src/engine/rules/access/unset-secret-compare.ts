import { askSecret } from "../../fixes/environment/ask-secret.ts";
import { HOLDS_ENVIRONMENT, holds } from "../../link/terms/marks.ts";
import { termsOutside, termsWithin } from "../../link/terms/terms.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent, PathEvent } from "../../model/path.ts";
import type { Place, Term } from "../../model/term.ts";
import { defineRule } from "../define-rule.ts";
import { oncePer, oncePerEntry } from "../questions/once.ts";
import { resultsOf } from "../questions/results.ts";
import { traceTo } from "../questions/trace.ts";

/**
 * A request is let in because its secret equals an environment variable that may not be set.
 *
 * Where the variable is missing, a request without the header has the same value: `undefined === undefined`. With a
 * template, `Bearer undefined` opens the door. Refuse to start, or refuse the request, when the variable is empty.
 *
 * ```ts bad
 * app.post("/jobs/renew", async (req, res) => {
 *   if (req.headers["x-job-key"] !== process.env.JOB_KEY) return res.sendStatus(401);
 *   await pool.query("UPDATE subscriptions SET renewed = true");
 *   res.sendStatus(204);
 * });
 * ```
 * ```ts good
 * app.post("/jobs/renew", async (req, res) => {
 *   const key = process.env.JOB_KEY;
 *   if (!key || req.headers["x-job-key"] !== key) return res.sendStatus(401);
 *   await pool.query("UPDATE subscriptions SET renewed = true");
 *   res.sendStatus(204);
 * });
 * ```
 */
export default defineRule({
  severity: "warning",
  visits: "entryPoint",
  once: true,
  cwe: [1188, 636],
  asvs: ["13.2.3", "16.5.3"],
  remedy: {
    title: "Refuse while the variable is not set",
    steps: [
      "Refuse the request, or the start of the service, when the variable is empty.",
      "Compare in constant time (`crypto.timingSafeEqual`).",
      "Call it without the header while the variable is not set: it must be refused.",
    ],
  },

  check(entry, report, model) {
    const seen = new Set<string>();
    const answers = resultsOf(entry);
    const tests = asked(entry);
    const choices = choicesAmong(tests, answers);
    for (const { test, place, event } of tests) {
      const compared = comparedVariable(test, answers);
      if (compared === undefined || choices.has(compared.shown)) continue;
      const { variable } = compared;
      if (seen.has(variable) || isAsked(entry, variable) || isShown(entry, compared, event)) continue;
      seen.add(variable);
      report({
        at: place,
        entryPoint: entry,
        message: `${entry.label} compares a secret with ${variable}, which may not be set: then a request without the secret is let in.`,
        trace: traceTo(entry, event, `is passed when ${variable} is missing`),
        fixes: () => [askSecret({ at: place, variable, model })].filter((fix) => fix !== undefined),
      });
    }
  },
});

interface Asked {
  readonly test: Term;
  readonly place: Place;
  readonly event: PathEvent;
}

/** Tests that stop the path, and those that an effect stands behind: a handler that is wrapped leaves by its answer. */
function asked(entry: EntryPoint): readonly Asked[] {
  return entry.trail.events.flatMap((event): readonly Asked[] => {
    if (event.kind === "check") return isRefused(event) ? [] : [{ test: event.test, place: event.place, event }];
    if (event.kind !== "effect") return [];
    return event.scopes.flatMap((scope) =>
      scope.kind === "branch" && isPassed(scope.test, scope.when)
        ? [{ test: scope.test, place: scope.place, event }]
        : [],
    );
  });
}

/** Who shows the same is the one who is turned away: `if (sender === process.env.OWN_ID) return`. */
function isRefused({ test, stopsWhen }: CheckEvent): boolean {
  return test.kind === "operation" && (test.operator === "===" ? stopsWhen : test.operator === "!==" && !stopsWhen);
}

/** The side of the test on which both are the same. */
function isPassed(test: Term, when: boolean): boolean {
  return test.kind === "operation" && test.operator === (when ? "===" : "!==");
}

interface Compared {
  readonly variable: string;
  readonly shown: Term;
  /** The variable alone, and not a text with it, which is never empty: `Bearer undefined`. */
  readonly isBare: boolean;
}

/** Whoever shows nothing is refused before, or by the same test: what is not set equals nothing that is shown. */
function isShown({ trail }: EntryPoint, { shown, isBare }: Compared, { order }: PathEvent): boolean {
  return (
    isBare &&
    trail.events.some(
      (event) =>
        event.kind === "check" &&
        event.order <= order &&
        alternativesOf(event.test, event.stopsWhen ? "||" : "&&").some((part) =>
          event.stopsWhen
            ? part.kind === "operation" && part.operator === "!" && part.parts[0] === shown
            : part === shown,
        ),
    )
  );
}

/** The parts of `a || b || c`; the test itself where it is none. */
function alternativesOf(test: Term, operator: string): readonly Term[] {
  return test.kind === "operation" && test.operator === operator
    ? test.parts.flatMap((part) => alternativesOf(part, operator))
    : [test];
}

/**
 * What is compared with one variable here and with another one there says which thing is meant: a price, a plan. The old
 * key beside the new one stands in the same test.
 */
function choicesAmong(tests: readonly Asked[], answers: ReadonlySet<Term>): ReadonlySet<Term> {
  const variables = new Map<Term, string>();
  const choices = new Set<Term>();
  for (const { test } of tests) {
    const compared = comparedVariable(test, answers);
    if (compared === undefined) continue;
    const { variable, shown } = compared;
    if ((variables.get(shown) ?? variable) !== variable) choices.add(shown);
    variables.set(shown, variable);
  }
  return choices;
}

/** The variable that a credential is compared with for equality, and the credential. */
function comparedVariable(test: Term, answers: ReadonlySet<Term>): Compared | undefined {
  if (!holds(test, HOLDS_ENVIRONMENT)) return undefined;
  const parts = [...termsWithin(test)];
  const opened = parts.flatMap(openedBySetting);
  for (const part of parts) {
    if (part.kind !== "operation" || (part.operator !== "===" && part.operator !== "!==")) continue;
    if (opened.includes(part)) continue;
    const [left, right] = part.parts;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ]) {
      const name = one && variableIn(one);
      // Without the header `headers.get()` gives null, which is not the same as a variable that is not set, nor as "".
      if (one && other && one.kind !== "text" && isNullWithout(other)) continue;
      if (name !== undefined && other && isPresented(other, answers))
        return { variable: name, shown: other, isBare: one?.kind !== "text" };
    }
  }
  return undefined;
}

/** `header === secret && process.env.PRIVATE_ROUTES === "true"`: whoever opens the way by a setting has the secret set up. */
function openedBySetting(term: Term): readonly Term[] {
  if (term.kind !== "operation" || term.operator !== "&&") return [];
  const isOn = (part: Term): boolean =>
    part.kind === "operation" &&
    part.operator === "===" &&
    part.parts.some((one) => one.kind === "environment") &&
    part.parts.some((one) => one.kind === "literal" && one.value !== "");
  return term.parts.some(isOn) ? term.parts.filter((part) => !isOn(part)) : [];
}

function variableIn(term: Term): string | undefined {
  if (term.kind === "environment") return term.isSet || NAMES_NO_SECRET.test(term.name) ? undefined : term.name;
  // `process.env.KEY || ""`: an empty header is all it takes.
  if (term.kind === "operation" && (term.operator === "||" || term.operator === "??")) {
    const [value, fallback] = term.parts;
    return value && fallback?.kind === "literal" && fallback.value === "" ? variableIn(value) : undefined;
  }
  return term.kind === "text" ? term.parts.map(variableIn).find((name) => name !== undefined) : undefined;
}

/** Who or where somebody is: `ADMIN_EMAIL`, `ALLOWED_ORIGIN`. */
const NAMES_NO_SECRET =
  /(?:^|_)(?:E?MAIL|ORIGIN|URL|URI|HOST|HOSTNAME|DOMAIN|USER|USERNAME|PHONE|ISSUER|AUDIENCE|ENV)S?$/i;

/** What `Headers` and `URLSearchParams` give as it is: `request.headers.get("x-key")`, `url.searchParams.get("key")`. */
function isNullWithout(term: Term): boolean {
  if (term.kind === "external") return /searchParams\.get\(\)$/.test(term.path.join("."));
  if (term.kind !== "unknown" && term.kind !== "text") return false;
  const [part, ...others] = term.parts;
  return (
    part?.kind === "input" && others.length === 0 && (part.path.at(-1) === "get" || part.path.includes("searchParams"))
  );
}

/** What the caller shows: a header, a cookie, a parameter. A row that was found by one is the service's own. */
function isPresented(term: Term, answers: ReadonlySet<Term>): boolean {
  return [...termsOutside(term, answers)].some(
    (part) =>
      part.kind === "input" &&
      (part.source === "headers" || part.source === "cookies" || part.source === "query" || part.source === "body"),
  );
}

/** Somewhere on the path it is tested whether the variable is set. */
function isAsked(entry: EntryPoint, variable: string): boolean {
  const isVariable = (one: Term): boolean => one.kind === "environment" && one.name === variable;
  return (askedOn(entry).get(variable) ?? []).some(({ test, when }) => !passesUnset(test, when, isVariable));
}

/** A test that the path goes on behind, and the value of it with which it does. */
interface Passed {
  readonly test: Term;
  readonly when: boolean;
}

/** By variable, the tests along the path that ask for it. Thousands of events stand behind the same few tests. */
const askedOn = oncePerEntry((entry): ReadonlyMap<string, readonly Passed[]> => {
  const found = new Map<string, Passed[]>();
  const known = { true: new Set<Term>(), false: new Set<Term>() };
  const add = (test: Term, when: boolean): void => {
    const tests = known[`${when}`];
    if (tests.has(test)) return;
    tests.add(test);
    for (const name of variablesAsked(test)) {
      const list = found.get(name);
      if (list) list.push({ test, when });
      else found.set(name, [{ test, when }]);
    }
  };
  for (const event of entry.trail.events) {
    if (event.kind === "check") add(event.test, !event.stopsWhen);
    for (const scope of event.scopes) if (scope.kind === "branch") add(scope.test, !scope.when);
  }
  return found;
});

/** Variables of which the test asks whether they are set. */
const variablesAsked = oncePer((test: Term): ReadonlySet<string> => {
  const names = new Set<string>();
  const add = (one: Term): void => {
    if (one.kind === "environment") names.add(one.name);
  };
  add(test);
  for (const part of termsWithin(test)) {
    if (part.kind !== "operation") continue;
    // `process.env.KEY || ""` asks nothing.
    if (isComparedWithNothing(part) || (ASKS.has(part.operator) && !part.parts.some(isLiteral)))
      part.parts.forEach(add);
  }
  return names;
});

const ASKS: ReadonlySet<string> = new Set(["!", "||", "&&"]);

function isLiteral(term: Term): boolean {
  return term.kind === "literal";
}

/** `process.env.KEY == null`, `process.env.KEY !== undefined`. */
function isComparedWithNothing(term: Term): boolean {
  return (
    term.kind === "operation" &&
    (term.operator === "===" || term.operator === "!==") &&
    term.parts.some((part) => part.kind === "undefined" || (part.kind === "literal" && part.value === null))
  );
}

/**
 * `if (secret && header !== secret) return refuse()`: where it is not set, nobody is refused. `when`: the value of the test
 * with which the path goes on, or with which it does not come here.
 */
function passesUnset(test: Term, when: boolean, isVariable: (one: Term) => boolean): boolean {
  if (test.kind !== "operation" || test.operator !== (when ? "||" : "&&")) return false;
  const isUnset = (part: Term): boolean => {
    if (!when && isVariable(part)) return true;
    if (part.kind !== "operation" || !part.parts.some(isVariable)) return false;
    if (isComparedWithNothing(part)) return part.operator === (when ? "===" : "!==");
    return when && part.operator === "!";
  };
  const differs = (part: Term): boolean =>
    part.kind === "operation" &&
    part.operator === (when ? "===" : "!==") &&
    [...termsWithin(part)].some((one) => isVariable(one));
  return test.parts.some(isUnset) && test.parts.some(differs);
}
