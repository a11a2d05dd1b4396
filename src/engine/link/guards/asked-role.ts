/** Which right a check asks for, whether its status, its call or what it compares tells so. */
import type { CheckEvent, Path, Stop } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { HOLDS_RESULT, holds } from "../terms/marks.ts";
import { containsTerm, termsWithinAll } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { namedInFixedRows } from "./fixed-rows.ts";
import type { IdentityView } from "./identity.ts";
import { asksKeyed } from "./keyed-by-request.ts";
import { refusesUnlisted } from "./listed-callers.ts";
import { isOfHouse, roleDetail, roleOfMember, roleOfMemberNamed, toldApartBy } from "./ranks.ts";
import { literalsOf } from "./test-parts.ts";

/** Fields and values by which the test tells rights apart; none where a package's call is the guard. */
export function roleAsked(event: CheckEvent, path: Path, view: IdentityView): readonly string[] {
  const { test, stop } = event;
  if (isToldByCall(test, path)) return [];
  if (view.isIdentity(test) || view.isCredential(test)) {
    const asked = roleDetail(test, view).filter((name) => !shownToProvider(path).has(name));
    if (asked.length === 0) return stop.status === 403 ? roleOfMemberNamed(test, view) : [];
    return [...asked, ...namedInFixedRows(test, view)];
  }
  return stop.status === 403 || turnsOthersAway(event) ? roleOfMember(test, view) : [];
}

/** Whoever has none of the roles that are named is refused: `if (!roles.includes(member.role)) throw …`. */
function turnsOthersAway({ test, stopsWhen, stop }: CheckEvent): boolean {
  if (stop.how !== "throw") return false;
  const ofAnother = (part: Term): boolean | undefined =>
    part.kind === "operation" && ASKS.test(part.operator) && literalsOf(part).length > 0
      ? part.operator === "!=="
      : undefined;
  return decide(test, ofAnother) === stopsWhen;
}

const ASKS = /^(?:[!=]==|includes)$/;

/** Callers are told apart by something that is called no right, and refused so. */
export function toldOfCaller(event: CheckEvent, view: IdentityView): readonly string[] | undefined {
  const { test, stop } = event;
  const { how, status } = stop;
  if (asksKeyed(event, view)) return undefined;
  if (status === 403 && view.isIdentity(test) && !view.isStored(test) && holds(test, HOLDS_RESULT)) return [];
  if (how === "throw" && status === undefined && isOfHouse(event, view)) return ["setting"];
  if (isRefusal(stop) && refusesUnlisted(event, view)) return ["list"];
  if (status !== 403 && status !== 401) return undefined;
  const told = toldApartBy(test, view);
  return told.length > 0 && (status === 403 || told.includes("setting")) ? told : undefined;
}

/** Whoever is told so is turned away; any other answer only tells callers apart. */
function isRefusal({ how, status, value }: Stop): boolean {
  // An action has no status: it gives nothing back.
  if (how === "return") return value === undefined || value.kind === "undefined" || truth(value) === false;
  return how === "throw" || how === "next-error" || how === "redirect" || (status !== undefined && status >= 400);
}

/** The call that it tests is the guard: `if (ability.cannot("delete", "Cart")) …`. */
function isToldByCall(test: Term, path: Path): boolean {
  let told = knownTold.get(path);
  if (told === undefined) {
    told = path.events.flatMap((one) => (one.kind === "guard" && one.guard === "role" ? [one.result] : []));
    knownTold.set(path, told);
  }
  return told.some((result) => containsTerm(test, result));
}

/**
 * Names of cookies and headers that a provider is shown with which everybody signs in: that one is called `adminToken`
 * proves no role.
 */
function shownToProvider(path: Path): ReadonlySet<string> {
  let names = knownShown.get(path);
  if (!names) {
    const asked = path.events.flatMap((event) =>
      event.kind === "guard" &&
      event.guard === "authentication" &&
      event.call.callee.kind === "external" &&
      !event.keyed
        ? event.call.arguments
        : [],
    );
    const inputs = [...termsWithinAll(asked)].filter((part) => part.kind === "input");
    names = new Set(
      inputs.flatMap(({ source, path: at }) => (/^(?:cookies|headers)$/.test(source) ? at.slice(-1) : [])),
    );
    knownShown.set(path, names);
  }
  return names;
}

const knownShown = new WeakMap<Path, ReadonlySet<string>>();

/** What calls told of roles: every check of a path asks. */
const knownTold = new WeakMap<Path, readonly Term[]>();
