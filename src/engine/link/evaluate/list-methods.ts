/** Methods of lists: what they give of items that are known, and of those that are not. */
import type { Term } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { isStoredList } from "../values/instance-state.ts";
import { withoutBuilt } from "./built-in-place.ts";
import { type Call, enter, runCallback } from "./call.ts";
import { keptItems, madeOfKept, stayingItem } from "./kept-items.ts";
import type { Activation, Linker } from "./linker.ts";
import { alternatives, elementOf } from "./members.ts";
import { asOfNow, isUnrolled } from "./unrolled.ts";

/** They are given a function, and run it for each item. */
export const ITERATORS = new Set([
  "map",
  "forEach",
  "filter",
  "flatMap",
  "find",
  "findLast",
  "some",
  "every",
  "findIndex",
  "sort",
  "toSorted",
]);

export function iterate(linker: Linker, activation: Activation, call: Call, object: Term, callback: Term): Term {
  const { terms } = linker;
  const functions = alternatives(callback).filter((option) => option.kind === "function");
  if (object.kind === "array" && isUnrolled(object) && functions.length === 1 && functions[0]?.kind === "function") {
    const [target] = functions;
    const run = (): readonly Term[] =>
      object.items.map((item, index) =>
        enter(
          linker,
          activation,
          runsNow(linker, activation, target),
          [stayingItem(item), terms.literal(index), object],
          call,
        ),
      );
    const isOnWay = (activation.conditions ?? []).length > 0;
    const results = isOnWay ? withoutBuilt(linker, activation, target, run) : run();
    if (call.name === "map") return madeOfKept(linker, object, results);
    if (call.name === "flatMap")
      return terms.array(results.flatMap((result) => (result.kind === "array" ? result.items : [result])));
    if (call.name === "forEach") return terms.undefined;
    const decided = linker.route && decidedBy(linker, call.name, object.items, results);
    if (decided) return decided;
    if (call.name === "filter") return keptItems(linker, object, results);
    if (call.name === "sort" || call.name === "toSorted") return object;
    // Nobody looks something up in a list that stays empty: it is filled elsewhere.
    if (call.name === "find" || call.name === "findLast")
      return object.items.length === 0 ? terms.unknown([object]) : foundBy(linker, object.items, results);
    return terms.operation(call.name ?? "some", [object, ...results]);
  }
  const element = elementOf(linker, object, undefined);
  const results = functions.map((target) =>
    target.kind === "function"
      ? runCallback(linker, activation, target, [element, terms.unknown([]), object], call)
      : terms.undefined,
  );
  // Keys that stand in a list of the code's own are no longer whatever was sent.
  if (call.name === "filter" && object.kind === "operation" && object.operator === "keys" && results.some(isListed))
    return terms.unknown(object.parts);
  // `(row.tags ?? []).filter((one) => one !== tag)` is not the list that it was.
  if (call.name === "filter" && isStoredList(object) && results.length > 0 && results.every(isDifference))
    return linker.terms.operation("pull", [object, ...results]);
  // What is left of an unread list still tells which rows it was held against: `sent.filter((one) => !known.some(…))`.
  if (call.name === "filter" && object.kind === "unknown" && functions.some(knowsAnswers))
    return terms.unknown([object, ...functions]);
  if (call.name === "filter" || call.name === "sort" || call.name === "toSorted") return object;
  if (call.name === "find" || call.name === "findLast") return foundAmongOwn(linker, object, element, results);
  if (call.name === "forEach") return terms.undefined;
  if (call.name === "some" || call.name === "every") return terms.operation(call.name, [object, ...results]);
  return terms.unknown([object, ...results]);
}

/** It stands beside what a package gave back. */
function knowsAnswers(callback: Term): boolean {
  const isAnswer = (part: Term): boolean => part.kind === "external" && part.arguments !== undefined;
  return callback.kind === "function" && [...callback.captured.values()].some((value) => someTerm(value, isAnswer));
}

function isDifference(term: Term): boolean {
  return term.kind === "operation" && term.operator === "!==";
}

function runsNow(linker: Linker, activation: Activation, target: Term & { readonly kind: "function" }): typeof target {
  const now = asOfNow(linker, activation, target);
  return now.kind === "function" ? now : target;
}

/** `ALLOWED.includes(key)`, `ALLOWED.has(key)`, `key in columns`. */
export function isListed(test: Term): boolean {
  return someTerm(
    test,
    (part) =>
      (part.kind === "operation" && (part.operator === "includes" || part.operator === "in")) ||
      (part.kind === "result" && /\.(?:has|includes|hasOwn|hasOwnProperty)$/.test(part.of.text)) ||
      (part.kind === "external" && /^(?:has|includes)\(\)$/.test(part.path.at(-1) ?? "")),
  );
}

/** The item that was found keeps what was asked of it: `roles.find((role) => role === user.role)`. */
function foundBy(linker: Linker, items: readonly Term[], results: readonly Term[]): Term {
  const { terms } = linker;
  if (items.length > 8) return terms.choice([...items, terms.undefined]);
  return items.reduceRight(
    (rest, item, index) => terms.operation("?:", [results[index] ?? terms.unknown([]), item, rest]),
    terms.undefined,
  );
}

/** So does an item of a list that the caller has: `req.user.teams.find((team) => team.id === req.params.id)`. */
function foundAmongOwn(linker: Linker, list: Term, item: Term, results: readonly Term[]): Term {
  if (list.kind !== "input" || list.source !== "identity" || list.path.length === 0 || results.length === 0)
    return item;
  return foundAmongTheirs(linker, list, item, ...results);
}

function foundAmongTheirs({ terms }: Linker, list: Term, item: Term, ...results: readonly Term[]): Term {
  return terms.operation("?:", [terms.operation("some", [list, ...results]), item, terms.undefined]);
}

/** What the session of a package holds of the caller: `(await getServerSession()).user.teams`. */
function isOfLogin(linker: Linker, term: Term): boolean {
  if (term.kind !== "external") return false;
  if (term.arguments && linker.adapters.isAuth(term.package, term.path)) return true;
  return term.base !== undefined && isOfLogin(linker, term.base);
}

/**
 * What is found in a row's own list keeps how it is compared with the caller: `team.members.find((member) => member.userId ===
 * user.id)`.
 */
export function foundForCaller(
  linker: Linker,
  activation: Activation,
  call: Call,
  list: Term,
  asks: Term & { readonly kind: "function" },
): Term | undefined {
  if (list.kind !== "external") return undefined;
  const isTheirs = isOfLogin(linker, list);
  if (!isTheirs && list.arguments) return foundAmongRows(linker, activation, call, list, asks);
  if (!isTheirs && (list.base?.kind !== "external" || !list.base.arguments)) return undefined;
  const { terms } = linker;
  const item = elementOf(linker, list, undefined);
  const result = runCallback(linker, activation, asks, [item, terms.unknown([]), list], call);
  if (isTheirs) return foundAmongTheirs(linker, list, item, result);
  const isCaller = (side: Term): boolean =>
    (holds(side, HOLDS_CREDENTIAL) || isOfUnread(side)) && !holds(side, HOLDS_CLIENT_DATA) && !containsTerm(side, list);
  const all = result.kind === "operation" && result.operator === "&&" ? result.parts : [result];
  const compares = all.some(
    (part) => part.kind === "operation" && part.operator === "===" && part.parts.some(isCaller),
  );
  return compares
    ? terms.external(list.package, [...list.path, "find()"], list, [asks, result], call.place)
    : undefined;
}

/** `(await context.authenticate()).id`: a check may yet tell that it is the caller whom the call gave. */
function isOfUnread(term: Term): boolean {
  return term.kind === "result" || (term.kind === "member" && isOfUnread(term.of));
}

/**
 * What is found among rows that were looked up for the caller keeps what the code asks of it: `memberships.find((one) =>
 * allowed.includes(one.role))`.
 */
function foundAmongRows(
  linker: Linker,
  activation: Activation,
  call: Call,
  list: Term & { readonly kind: "external" },
  asks: Term & { readonly kind: "function" },
): Term | undefined {
  const called = [...list.path.slice(0, -1), (list.path.at(-1) ?? "").replace(/\(\)$/, "")];
  if (!holds(list, HOLDS_CREDENTIAL) || !linker.adapters.call(list.package, called)) return undefined;
  const { terms } = linker;
  const item = elementOf(linker, list, undefined);
  const result = runCallback(linker, activation, asks, [item, terms.unknown([]), list], call);
  if (result.kind !== "operation") return undefined;
  const others = result.parts.filter((side) => !containsTerm(side, list));
  const isFixed = others.some((side) => someTerm(side, (part) => part.kind === "literal"));
  return isFixed && !others.some((side) => holds(side, HOLDS_CLIENT_DATA))
    ? terms.operation("?:", [terms.operation("some", [list, result]), item, terms.undefined])
    : undefined;
}

/** `some`, `every` and `find` where what each item gives is known. */
function decidedBy(
  linker: Linker,
  name: string | undefined,
  items: readonly Term[],
  results: readonly Term[],
): Term | undefined {
  const known = results.map(truth);
  if (name === "some") {
    if (known.includes(true)) return linker.terms.literal(true);
    return known.every((one) => one === false) ? linker.terms.literal(false) : undefined;
  }
  if (name === "every") {
    if (known.includes(false)) return linker.terms.literal(false);
    return known.every((one) => one === true) ? linker.terms.literal(true) : undefined;
  }
  if (name !== "find" || known.includes(undefined)) return undefined;
  return items[known.indexOf(true)] ?? linker.terms.undefined;
}

export function reduce(linker: Linker, activation: Activation, call: Call, object: Term, callback: Term): Term {
  const [first, given] = call.arguments;
  if (object.kind === "array" && first?.kind === "function" && given && isUnrolled(object)) {
    let folded = given;
    object.items.forEach((item, index) => {
      folded = enter(linker, activation, first, [folded, item, linker.terms.literal(index), object], call);
    });
    return folded;
  }
  const start = call.arguments[1] ?? linker.terms.undefined;
  const results = alternatives(callback).map((option) =>
    option.kind === "function"
      ? runCallback(linker, activation, option, [start, elementOf(linker, object, undefined)], call)
      : start,
  );
  const [made] = results;
  // `Object.keys(body).reduce((kept, key) => { kept[key] = body[key]; return kept; }, {})`
  const isFilled = made && results.length === 1 && alternatives(made).every((one) => one.kind === "object");
  if (isFilled && start.kind === "object") return made;
  return linker.terms.unknown([object, start, ...results]);
}

export function arrayMethod(linker: Linker, call: Call, object: Term & { readonly kind: "array" }): Term | undefined {
  const { terms } = linker;
  switch (call.name) {
    case "concat":
      return terms.array([
        ...object.items,
        ...call.arguments.flatMap((argument) => (argument.kind === "array" ? argument.items : [argument])),
      ]);
    case "flat":
      return terms.array(object.items.flatMap((item) => (item.kind === "array" ? item.items : [item])));
    case "includes":
      return (
        knownMembership(linker, object, call.arguments[0]) ?? terms.operation("includes", [object, ...call.arguments])
      );
    case "indexOf":
      return terms.operation("indexOf", [object, ...call.arguments]);
    case "join":
      return joinedTexts(linker, object.items, call.arguments[0]) ?? terms.unknown([object, ...call.arguments]);
    case "slice": {
      const ends = call.arguments.map((end) => (end.kind === "literal" ? Number(end.value) : Number.NaN));
      const isKnown = ends.length > 0 && object.items.every(isText) && !ends.some(Number.isNaN);
      return isKnown ? terms.array(object.items.slice(...ends)) : object;
    }
    case "reverse":
    case "toReversed":
      return object;
    // The end of a text that was split.
    case "pop":
    case "shift":
      return (
        (object.items.every(isText) ? object.items.at(call.name === "pop" ? -1 : 0) : undefined) ??
        terms.unknown([object, ...call.arguments])
      );
    case "at": {
      const [at] = call.arguments;
      const item = at?.kind === "literal" && typeof at.value === "number" ? object.items.at(at.value) : undefined;
      return item ?? elementOf(linker, object, undefined);
    }
    default:
      return terms.unknown([object, ...call.arguments]);
  }
}

function isText(term: Term): boolean {
  return term.kind === "literal" && typeof term.value === "string";
}

/** `["name = $1", "mail = $2"].join(", ")` of texts is the text. */
function joinedTexts({ terms }: Linker, items: readonly Term[], between: Term | undefined): Term | undefined {
  if (items.length === 0 || (between && between.kind !== "literal")) return undefined;
  if (!items.every((item) => item.kind === "text" || isText(item))) return undefined;
  const separator = terms.literal(between?.kind === "literal" ? String(between.value) : ",");
  const parts = items.flatMap((item, index) => [
    ...(index > 0 ? [separator] : []),
    ...(item.kind === "text" ? item.parts : [item]),
  ]);
  if (parts.some((part) => part.kind !== "literal")) return terms.text(parts);
  return terms.literal(parts.map((part) => (part.kind === "literal" ? String(part.value) : "")).join(""));
}

/** `["GET", "HEAD"].includes("GET")` is known. */
function knownMembership(
  linker: Linker,
  list: Term & { readonly kind: "array" },
  wanted: Term | undefined,
): Term | undefined {
  if (wanted?.kind !== "literal" || list.items.some((item) => item.kind !== "literal")) return undefined;
  return linker.terms.literal(list.items.includes(wanted));
}
