/** Only callers who stand in a list go on: `env.ADMINS.includes(user.email)`, `STAFF.has(user.id)`, `user.email === "boss@house.example"`. */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { decide } from "../evaluate/decide.ts";
import { ITERATORS } from "../evaluate/list-methods.ts";
import { lastName } from "../terms/last-name.ts";
import { someTerm } from "../terms/terms.ts";
import { makesText, methodIn } from "../terms/text-methods.ts";
import { isOfFixedRow } from "./fixed-rows.ts";
import type { IdentityView } from "./identity.ts";

/**
 * Whoever is not in the list is refused. Of a list of those who are turned away the same is asked, and the test decides the
 * other way round.
 */
export function refusesUnlisted({ test, stopsWhen }: CheckEvent, view: IdentityView): boolean {
  return decide(test, (part) => saysOfStranger(part, view)) === stopsWhen;
}

/** What the part of a test says of a caller who is in no list: undefined where it asks for something else. */
function saysOfStranger(part: Term, view: IdentityView): boolean | undefined {
  if (part.kind === "operation" && (part.operator === "===" || part.operator === "!==")) {
    const [one, other] = part.parts;
    if (!one || !other) return undefined;
    const isNamed = (isAddress(one) && namesCaller(other, view)) || (isAddress(other) && namesCaller(one, view));
    return isNamed ? part.operator === "!==" : undefined;
  }
  const asked = membershipIn(part);
  if (!asked || !namesCaller(asked.who, view)) return undefined;
  // The owners of the whole installation stand in its one row of settings.
  return isSameForAll(asked.list) || isOfFixedRow(asked.list, view) ? false : undefined;
}

interface Membership {
  readonly list: Term;
  readonly who: Term;
}

/** `list.includes(who)`, `set.has(who)`, `list.some((one) => one === who)`, whether the list could be read or not. */
function membershipIn(part: Term): Membership | undefined {
  if (part.kind === "operation" && part.operator === "includes") return membership(part.parts[0], part.parts[1]);
  if (part.kind === "operation" && part.operator === "some") return membershipOfEach(part.parts);
  if (part.kind === "external" && part.arguments && ASKS_MEMBER.test(lastName(part)))
    return membership(part.base, part.arguments[0]);
  if (part.kind === "result" && part.of.callee.kind === "member" && ASKS_MEMBER.test(`${methodIn(part.of.text)}()`))
    return membership(part.of.callee.of, part.of.arguments[0]);
  return undefined;
}

const ASKS_MEMBER = /^(?:includes|has)\(\)$/;

function membership(list: Term | undefined, who: Term | undefined): Membership | undefined {
  return list && who && { list, who };
}

/** Each item is compared with the same. */
function membershipOfEach([list, ...compared]: readonly Term[]): Membership | undefined {
  const [first, ...others] = compared.map((one) =>
    one.kind === "operation" && one.operator === "===" ? one.parts.find((side) => !isSameForAll(side)) : undefined,
  );
  return others.every((one) => one === first) ? membership(list, first) : undefined;
}

/** The caller's own id or address, whatever its letters were turned into. */
function namesCaller(term: Term, view: IdentityView): boolean {
  let named = term;
  while (named.kind === "external" && named.base && makesText(lastName(named).replace(/\(\)$/, ""))) named = named.base;
  return PERSON.test(lastName(named)) && view.isIdentity(named) && !view.isClientData(named);
}

const PERSON = /^(?:(?:user_?)?(?:id|uid|sub|login|e?mail|email_?address)|user_?name)$/i;

/** One person's address, as a text of the code. */
function isAddress(term: Term): boolean {
  return term.kind === "literal" && typeof term.value === "string" && /^[^@\s]+@[^@\s]+$/.test(term.value);
}

/** Made of settings and texts of the code alone, with the language's own methods: nobody who calls has a part in it. */
function isSameForAll(list: Term): boolean {
  return someTerm(list, isStated) && !someTerm(list, isFromElsewhere);
}

function isStated(part: Term): boolean {
  return (
    part.kind === "environment" || (part.kind === "literal" && typeof part.value === "string" && part.value !== "")
  );
}

function isFromElsewhere(part: Term): boolean {
  switch (part.kind) {
    case "literal":
    case "undefined":
    case "environment":
    case "array":
    case "text":
    case "element":
    case "member":
    case "choice":
    case "operation":
    case "global":
      return false;
    case "unknown":
      return part.parts.length === 0;
    case "external":
      return !part.package.startsWith("global:");
    case "result":
      return !(makesText(methodIn(part.of.text)) || ITERATORS.has(methodIn(part.of.text)));
    default:
      return true;
  }
}
