/**
 * Reads guards off a path: what each check proves about the caller, by what it compares and how it refuses.
 *
 * A name proves nothing here. A check counts because it can stop the path and because of the terms it tests; the only
 * names looked at are those of compared fields and values (`user.role`, `"admin"`), which are the data model's own.
 */

import type { Config } from "../../model/config.ts";
import type { Guard, GuardKind } from "../../model/guard.ts";
import type { CheckEvent, EffectEvent, GuardEvent, Path, PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import type { IsAuth } from "../adapters/adapters.ts";
import { vainlyAsked } from "../evaluate/always-there.ts";
import { decide } from "../evaluate/decide.ts";
import { duplicatesOnWays, provesDuplicate } from "../retry/duplicates.ts";
import { HOLDS_COMPARISON, HOLDS_CREDENTIAL, HOLDS_ENVIRONMENT, holds } from "../terms/marks.ts";
import { asksHowMany, presenceWhere } from "../terms/presence.ts";
import { containsTerm, someTerm, termsWithinAll } from "../terms/terms.ts";
import { inChain, linkOf } from "../trail/chain.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { takenBranches } from "../trail/taken-branches.ts";
import { settledBySent } from "./asked-if-sent.ts";
import { askedOfNobody } from "./asked-of-nobody.ts";
import { roleAsked, toldOfCaller } from "./asked-role.ts";
import { asksSignature } from "./asks-signature.ts";
import { comparesSetting } from "./compares-setting.ts";
import { stopsNobody, valueForEmpty } from "./empty-request.ts";
import { type IdentityView, viewIdentity } from "./identity.ts";
import { heldEitherWay, ownedByComparison } from "./indirect-guards.ts";
import { rankOfRow } from "./ranks.ts";
import { askedOnBothSides } from "./sides-that-meet.ts";
import { stopsKeysAlone } from "./signed-in-by.ts";
import { literalsOf } from "./test-parts.ts";
import { passesByTie } from "./tied-or-role.ts";
import { othersPass, refusesOwner, tiedTerms, tiesOwner } from "./ties-owner.ts";
import { readWays } from "./ways.ts";

export function readGuards(path: Path, config: Config, isAuth: IsAuth): readonly Guard[] {
  const view = viewIdentity(path, isAuth);
  const guards: Guard[] = [];
  for (const event of path.events) {
    if (event.kind === "guard" && (!event.tells || isUsed(event, path)))
      guards.push(guardOf(event, event.guard as GuardKind, event.call.text, [event.result], namesIn(event.result)));
    if (event.kind === "check") guards.push(...readCheck(event, path, view));
    if (event.kind === "effect" && throwsWhereMissing(event)) guards.push(...readCheck(checkOf(event), path, view));
    if (event.kind === "opaque") {
      const declared = declaredKind(config, event.call.text);
      if (declared) guards.push(guardOf(event, declared, event.call.text, [event.result], []));
    }
  }
  // A side that is taken proves nothing of the other one.
  guards.push(...heldEitherWay(path, guards, (check) => readCheck(check, path, view)));
  guards.push(...askedOnBothSides(path, guards));
  for (const check of takenBranches(path))
    guards.push(...readCheck(check, path, view).map((guard) => ({ ...guard, taken: true as const })));
  guards.push(
    ...ownedByComparison(path, guards, view, (check, proves) =>
      guardOf(check, "ownership", check.stack.at(-1)?.text ?? INLINE, proves, []),
    ),
  );
  return settledBySent(path, joined(guards.concat(declaredGuards(path, config), readWays(path, isAuth).guards)));
}

/** Look-ups that throw where they find nothing: `findFirstOrThrow`, `findOneOrFail`, `Order.findOne(…).orFail()`. */
function throwsWhereMissing({ access, call }: EffectEvent): boolean {
  return access === "read" && /(?:OrThrow|OrFail|^orFail|^throwIfNotFound)$/.test(call.text.split(".").at(-1) ?? "");
}

/** The look-up as the check that it is: it stops where there is no such row. */
function checkOf(event: EffectEvent): CheckEvent {
  const { order, place, scopes, stack, result } = event;
  const stop = { how: "throw", status: undefined, value: undefined, place } as const;
  return { kind: "check", order, place, scopes, stack, test: result, stopsWhen: false, stop };
}

/** What a call tells of the caller is tested, looked up with, stored, or handed on to code that cannot be read. */
function isUsed(told: GuardEvent, path: Path): boolean {
  let used = knownUsed.get(path);
  if (!used) {
    used = usedOn(path);
    knownUsed.set(path, used);
  }
  if (used.isOpen || used.terms.has(told.result)) return true;
  return path.events.some(
    (event) =>
      event.kind === "guard" &&
      event !== told &&
      (containsTerm(event.call.callee, told.result) || containsTerm(event.result, told.result)),
  );
}

/** Everything that a path asks of, looks up with, stores or hands on. `isOpen`: some of its ways could not be read. */
function usedOn(path: Path): { readonly isOpen: boolean; readonly terms: ReadonlySet<Term> } {
  const used: Term[] = [];
  for (const event of path.events) {
    if (event.kind === "check") used.push(event.test);
    else if (event.kind === "effect") used.push(...[event.where, event.data].filter(isThere), ...event.call.arguments);
    else if (event.kind === "opaque") used.push(event.call.callee, ...event.call.arguments);
    else if (event.kind !== "guard")
      for (const scope of event.scopes) if (scope.kind === "branch") used.push(scope.test);
  }
  return {
    isOpen: path.events.some((event) => event.kind === "opaque" && event.ways !== undefined),
    terms: termsWithinAll(used),
  };
}

function isThere(term: Term | undefined): term is Term {
  return term !== undefined;
}

/** Each call that tells of the caller asks. */
const knownUsed = new WeakMap<Path, ReturnType<typeof usedOn>>();

/** One guard of a kind per name and scope: `requireUser` proves the login once, however many tests it takes. */
function joined(guards: readonly Guard[]): readonly Guard[] {
  const found = new Map<string, Guard>();
  for (const guard of guards.toSorted((a, b) => a.order - b.order)) {
    // What a row is tied by holds from there on, whatever the same function tests later.
    // Two limits that are made in place, `rateLimit(…)`, are two.
    const isApart = guard.name === INLINE || guard.kind === "ownership" || guard.name.endsWith("(…)");
    const apart = isApart ? guard.order : "";
    const key = `${guard.kind} ${guard.name} ${apart} ${guard.scopes.join(",")}`;
    const known = found.get(key);
    if (!known) found.set(key, guard);
    else {
      const detail = [...new Set([...known.detail, ...guard.detail])];
      found.set(key, {
        ...(known.taken ? guard : known),
        order: Math.max(known.order, guard.order),
        detail,
        proves: [...known.proves, ...guard.proves],
      });
    }
  }
  return [...found.values()];
}

export const INLINE = "inline check";

/** Guards that the team declared by name, where their own body was read and showed nothing. */
function declaredGuards(path: Path, config: Config): readonly Guard[] {
  if (Object.keys(config.guards).length === 0) return [];
  const found = new Map<string, Guard>();
  for (const event of path.events) {
    for (const site of event.stack) {
      const name = site.text.replace(/\(.*$/s, "").split(".").at(-1) ?? "";
      const kind = declaredKind(config, name);
      if (kind && !found.has(name))
        found.set(name, { kind, name, place: site.place, order: event.order, scopes: [], detail: [], proves: [] });
    }
  }
  return [...found.values()];
}

/** Literal texts a package's guard was made with: `authenticate("jwt")`, `AuthGuard("api-key")`. */
function namesIn(term: Term): readonly string[] {
  if (term.kind === "array") return literalsOf(term).slice(0, 4);
  return term.kind === "external" ? (term.arguments ?? []).flatMap(literalsOf).slice(0, 4) : [];
}

function declaredKind(config: Config, text: string): GuardKind | undefined {
  const last = text.split(".").at(-1) ?? "";
  const name = Object.hasOwn(config.guards, text) ? text : last;
  return Object.hasOwn(config.guards, name) ? config.guards[name] : undefined;
}

export function guardOf(
  event: PathEvent,
  kind: GuardKind,
  name: string,
  proves: readonly Term[],
  detail: readonly string[],
): Guard {
  const link = linkOf(event);
  return {
    kind,
    name: link?.text ?? name,
    place: event.place,
    order: event.order,
    // What stops a transaction stops the path.
    scopes: event.scopes.filter((scope) => scope.kind !== "transaction").map((scope) => scope.id),
    detail,
    proves,
  };
}

export function readCheck(written: CheckEvent, path: Path, view: IdentityView): readonly Guard[] {
  if (vainlyAsked(written)) return [];
  const test = askedOfNobody(written) ?? written.test;
  const event: CheckEvent = test === written.test ? written : { ...written, test };
  const name = event.stack.at(-1)?.text ?? INLINE;
  const kinds = new Map<GuardKind, readonly string[]>();
  const { status } = event.stop;
  const sparesSessions = stopsKeysAlone(event);
  const role = sparesSessions ? [] : roleAsked(event, path, view);
  const rank = rankOfRow(event, view);
  if (rank.length > 0 && role.length === 0) kinds.set("role", rank);
  if (status === 429) kinds.set("rateLimit", []);
  const ties = tiesOwner(event, view);
  const owner = ties && !refusesOwner(event, view);
  if (status === 401 || (provesCaller(event, path, view) && !ties && role.length === 0))
    kinds.set("authentication", []);
  const goOnWithout = owner ? passesByTie(event, view) : ties && othersPass(event, view);
  if (role.length > 0 && !goOnWithout) kinds.set("role", role);
  if (role.length === 0 && !sparesSessions) {
    const told = toldOfCaller(event, view);
    if (told) kinds.set("role", told);
  }
  if (owner) kinds.set("ownership", []);
  if (asksSignature(test, view)) kinds.set("signature", []);
  const visitorsPass = valueForVisitors(test, view) === !event.stopsWhen;
  if (visitorsPass || valueForEmpty(test) === !event.stopsWhen) for (const kind of PROOFS) kinds.delete(kind);
  const asksCaller = inChain(event) && SAYS_WHO.some((kind) => kinds.has(kind));
  const dedupe = provesDuplicate(event, path, view);
  if (dedupe) kinds.set("dedupe", dedupe);
  const onWays = dedupe ? [] : duplicatesOnWays(event, path, view);
  if ((status === 400 || status === 422) && view.isClientData(test)) kinds.set("validation", []);
  const guards = [...kinds].map(([kind, detail]) => ({
    ...guardOf(event, kind, name, kind === "ownership" ? tiedTerms(test, path) : [test], detail),
    ...(visitorsPass ? { visitorsPass } : {}),
  }));
  const own = onWays.map(({ scopes, target = "" }) => guardOf({ ...event, scopes }, "dedupe", name, [test], [target]));
  const all = guards.concat(own);
  return asksCaller ? all.map((guard) => (guard.kind === "dedupe" ? { ...guard, ofCaller: true } : guard)) : all;
}

/** Middleware that asks who is calling, and ends a session that ran out, knows nothing of a repeat. */
const SAYS_WHO: readonly GuardKind[] = ["authentication", "role", "ownership"];

/** What the test says where nobody is signed in; undefined where the rest decides. */
function valueForVisitors(test: Term, view: IdentityView): boolean | undefined {
  return decide(test, (part) =>
    part.kind !== "operation" && part.kind !== "choice" && view.isIdentity(part) ? false : undefined,
  );
}

/** Kinds that say who sends the request. */
const PROOFS: readonly GuardKind[] = ["authentication", "signature"];

/** The path goes on only with a caller: who is calling is tested for presence, or a credential is compared and refused. */
function provesCaller(event: CheckEvent, path: Path, view: IdentityView): boolean {
  const { test, stopsWhen, stop } = event;
  const { status } = stop;
  if (presenceWhere(test, (part) => isAnswerOfService(part, path)).includes(stopsWhen ? "absent" : "present"))
    return true;
  if (view.isIdentity(test)) {
    const presence = presenceWhere(test, (part) => view.isIdentity(part));
    if (presence.length === 0) return (stop.how !== "return" && !asksHowMany(test)) || stopsNobody(test, stopsWhen);
    return presence.includes(stopsWhen ? "absent" : "present");
  }
  // A secret of the service's own may as well stand in the body.
  if (!view.isCredential(test) && !(status === 403 && comparesSetting(test))) return false;
  // Who it is was looked up by a credential: `sessions.get(req.cookies.sid)`.
  const found = presenceWhere(test, isLookedUp);
  if (found.length > 0 && status !== 400 && status !== 404 && found.includes(stopsWhen ? "absent" : "present"))
    return true;
  const refuses =
    stop.how === "throw" ||
    stop.how === "next-error" ||
    stop.how === "redirect" ||
    status === 403 ||
    // Whoever does not know the secret is told that there is nothing.
    (status === 404 && holds(test, HOLDS_ENVIRONMENT));
  return refuses && (holds(test, HOLDS_COMPARISON) || comparesSetting(test));
}

/** Another service was shown the credential: `this.accounts.send("authenticate", { token }).pipe(…)`. */
function isAnswerOfService(term: Term, path: Path): boolean {
  if (term.kind !== "external" || !holds(term, HOLDS_CREDENTIAL)) return false;
  return effectsOf(path).some(({ traits, result }) => traits.asksService && containsTerm(term, result));
}

/** What some store or call gave for a cookie or a token of the request. */
function isLookedUp(term: Term): boolean {
  if (term.kind !== "result" && !(term.kind === "unknown" && term.parts.length > 1)) return false;
  return someTerm(
    term,
    (part) =>
      part.kind === "input" &&
      (part.source === "cookies" || (part.source === "headers" && /auth|token|key|session/i.test(part.path.join(".")))),
  );
}
