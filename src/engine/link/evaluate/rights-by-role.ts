/**
 * Tables of what each role may do: `RIGHTS[user.role].orders.includes("read")`. What is taken out of one keeps for which role
 * it stands there, so that whoever may pass is told apart from whoever may not.
 */
import type { Term } from "../../model/term.ts";
import { lastName } from "../terms/last-name.ts";
import { truth } from "../terms/truth.ts";
import type { Call } from "./call.ts";
import { decide } from "./decide.ts";
import type { Activation, Linker } from "./linker.ts";
import { iterate } from "./list-methods.ts";
import { tellsOfCaller } from "./tells-of-caller.ts";

/** More roles than this have no names of their own. */
const MAXIMUM_ROLES = 24;

/** What the table holds for the role that `index` tells; undefined where it is something else. */
export function rightsOfRole(linker: Linker, table: Term & { readonly kind: "object" }, index: Term): Term | undefined {
  const { terms } = linker;
  const { fields } = table;
  if (fields.length < 2 || fields.length > MAXIMUM_ROLES || !ROLE.test(lastName(withoutFallback(index))))
    return undefined;
  if (!tellsOfCaller(linker, index)) return undefined;
  if (!fields.every(({ key, value }) => key !== undefined && isRights(value))) return undefined;
  if (fields.every(({ value }) => value.kind === "array" && value.items.length === 0)) return undefined;
  return fields.reduceRight<Term>(
    (rest, { key = "", value }) =>
      terms.operation("?:", [terms.operation("===", [index, terms.literal(key)]), value, rest]),
    // A role that is not in the table has no rights.
    terms.object([]),
  );
}

const ROLE = /rol(?:e|es)?$|rank|type|level|group|cargo|perfil|permission/i;

/** `user.role` of `user?.role ?? "guest"`. */
function withoutFallback(index: Term): Term {
  const [asked] = index.kind === "operation" && /^(?:\?\?|\|\|)$/.test(index.operator) ? index.parts : [];
  return asked ?? index;
}

/**
 * Actions by resource, `{ orders: ["read", "update"], users: [] }`, or a list of both: `[{ resource: "orders", action: "read" }]`,
 * `[{ resource: "orders", actions: ["read"] }]`. Also yes and no for each, below what else is said of the role:
 * `{ title: "Editor", can: { orders: { read: true, delete: false } } }`.
 */
function isRights(value: Term): boolean {
  if (value.kind === "array") return value.items.every(isPair);
  return value.kind === "object" && value.fields.every(({ value }) => isSaidOfRole(value)) && tellsRights(value);
}

function isSaidOfRole(value: Term): boolean {
  if (value.kind === "object") return value.fields.every((field) => isSaidOfRole(field.value));
  return value.kind === "literal" || isListOfNames(value);
}

function tellsRights(value: Term): boolean {
  if (value.kind === "object") return value.fields.some((field) => tellsRights(field.value));
  return isListOfNames(value) || (value.kind === "literal" && typeof value.value === "boolean");
}

function isPair(item: Term): boolean {
  if (item.kind !== "object" || item.fields.length < 2) return false;
  return item.fields.every(({ value }) => value.kind === "literal" || isListOfNames(value));
}

function isListOfNames(value: Term): boolean {
  return value.kind === "array" && value.items.every((item) => item.kind === "literal");
}

/**
 * `rights.includes("read")`, `rights.some((one) => …)` role by role: what `asked` says of each list. Undefined where it is no list
 * that was taken from such a table, or where that is not certain.
 */
function holdsRight(
  linker: Linker,
  rights: Term,
  asked: (list: Term & { readonly kind: "array" }) => boolean | undefined,
): Term | undefined {
  if (rights.kind !== "operation") return undefined;
  // `RIGHTS[role] || []`
  if (rights.operator === "||" || rights.operator === "??")
    return rights.parts[0] && holdsRight(linker, rights.parts[0], asked);
  const told = rights.operator === "?:" ? answerOf(linker, rights, asked) : undefined;
  return told && mayEverybody(told) ? linker.terms.literal(true) : told;
}

/** Whoever has no role has the one that stands in for it, which may do it: `user?.role ?? "guest"`. */
function mayEverybody(told: Term): boolean {
  for (let rest: Term | undefined = told; rest?.kind === "operation"; rest = rest.parts[2]) {
    const [test, may]: readonly Term[] = rest.parts;
    const [index, role]: readonly Term[] = test?.kind === "operation" ? test.parts : [];
    const fallback = index?.kind === "operation" ? index.parts.at(-1) : undefined;
    if (fallback !== undefined && fallback === role && may?.kind === "literal" && may.value === true) return true;
  }
  return false;
}

function answerOf(linker: Linker, rights: Term, asked: Parameters<typeof holdsRight>[2]): Term | undefined {
  const { terms } = linker;
  // A role that is not in the table.
  if (rights.kind === "undefined" || rights === terms.object([])) return terms.literal(false);
  if (rights.kind === "array") {
    const told = asked(rights);
    return told === undefined ? undefined : terms.literal(told);
  }
  if (rights.kind !== "operation" || rights.operator !== "?:") return undefined;
  const [test, yes, no] = rights.parts;
  const one = yes && answerOf(linker, yes, asked);
  const other = one && no && answerOf(linker, no, asked);
  return test && one && other ? terms.operation("?:", [test, one, other]) : undefined;
}

/** What each role may do is asked for the right that the call names. */
export function rightAsked(
  linker: Linker,
  activation: Activation,
  call: Call,
  object: Term,
  asked: Term,
): Term | undefined {
  return holdsRight(linker, object, (list) => {
    if (list.items.length === 0) return false;
    if (call.name === "some") return decide(iterate(linker, activation, call, list, asked), truth);
    return asked.kind === "literal" ? list.items.includes(asked) : undefined;
  });
}
