/** Methods of JavaScript's own values: arrays, promises, strings, functions. */
import type { Term } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { callOwnFolder } from "../values/folders.ts";
import { isStoredList } from "../values/instance-state.ts";
import { lastSegment } from "./address-parts.ts";
import { asText } from "./as-text.ts";
import { type Call, enter, invoke, runCallback } from "./call.ts";
import { decide } from "./decide.ts";
import { keptItems, madeOfKept, stayingItem } from "./kept-items.ts";
import type { Activation, Linker } from "./linker.ts";
import { callLiteralText } from "./literal-texts.ts";
import { alternatives, elementOf } from "./members.ts";
import { holdsRight } from "./rights-by-role.ts";
import { callText, hasText } from "./route-texts.ts";
import { asOfNow, isUnrolled, listOfMap } from "./unrolled.ts";

const ITERATORS = new Set([
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
/** They give the same text in another shape: for asking where a value comes from, the same value. */
const SAME_VALUE = new Set([
  "toString",
  "trim",
  "toLowerCase",
  "toUpperCase",
  "valueOf",
  "normalize",
  "toHexString",
  "toISOString",
]);

/** Methods that cut a text, or put it together again. */
const CUTS = new Set(["split", "join", "slice", "substring"]);

/** It is made of the address that was asked for. */
function tellsAddress(term: Term | undefined): boolean {
  return (
    term !== undefined &&
    someTerm(term, (part) =>
      part.kind === "input"
        ? part.source === "request" && /^(?:url|path|originalUrl)$/.test(part.path[0] ?? "")
        : part.kind === "external" && part.package === "global:URL",
    )
  );
}

function isInput(term: Term): boolean {
  return term.kind === "input";
}

/** The result where the method is one of JavaScript's own; undefined where somebody else must say. */
export function callBuiltIn(linker: Linker, activation: Activation, call: Call, object: Term): Term | undefined {
  const { name } = call;
  if (name === undefined || call.expression.new) return undefined;
  if (call.target.kind === "function" && object.kind !== "function") return undefined;
  if (object.kind === "class" && name === "bind" && call.target.kind === "member") return object;
  if (object.kind === "function" || object.kind === "bound" || (isPlainExternal(object) && isApplied(name))) {
    const applied = applyFunction(linker, activation, call, object);
    if (applied) return applied;
  }
  if (name === "then" || name === "catch" || name === "finally") return promiseMethod(linker, activation, call, object);
  if (linker.route) {
    const known = callText(linker, object, name, call.arguments) ?? hasText(linker, object, name, call.arguments);
    if (known) return known;
  }
  const [callback] = call.arguments;
  // No package has methods of these names that take a function: it is a list of rows.
  if (object.kind === "external" && (name === "some" || name === "every") && callback?.kind === "function")
    return iterate(linker, activation, call, object, callback);
  const member =
    name === "find" && callback?.kind === "function" && foundForCaller(linker, activation, call, object, callback);
  if (member) return member;
  // `routes.forEach((handler, path) => …)` over a `Map`.
  const pairs = name === "forEach" && callback?.kind === "function" ? listOfMap(object) : undefined;
  if (pairs && isUnrolled(pairs) && callback?.kind === "function") {
    for (const pair of pairs.items)
      if (pair.kind === "array") enter(linker, activation, callback, [...pair.items].reverse(), call);
    return linker.terms.undefined;
  }
  if (object.kind === "global") return callOwnFolder(linker, object, name, call.arguments);
  if (object.kind === "external") return lastSegment(linker, object, name);
  const text = callLiteralText(linker, name, object, call.arguments);
  if (text) return text;
  if (SAME_VALUE.has(name) && call.arguments.length === 0 && !isObjectLike(object)) return asText(linker, object);
  const first = call.arguments[0];
  const right =
    first && (name === "includes" || name === "some") && rightAsked(linker, activation, call, object, first);
  if (right) return right;
  if (ITERATORS.has(name) && first && alternatives(first).some(isRunForEach))
    return iterate(linker, activation, call, object, first);
  if (name === "reduce" && first) return reduce(linker, activation, call, object, first);
  if (object.kind === "array") return arrayMethod(linker, call, object);
  // `new Date().getHours()`
  if (object.kind === "unstable" && /^(?:get|to|valueOf$)/.test(name))
    return CALENDAR.test(name) ? linker.terms.operation("calendar", [object]) : linker.terms.unknown([object]);
  // `(req.headers.authorization || "").split(" ")`
  if (
    object.kind === "operation" &&
    CUTS.has(name) &&
    alternatives(object).every((one) => isInput(one) || one.kind === "literal")
  )
    return linker.terms.unknown([...alternatives(object), ...call.arguments]);
  if (object.kind === "unknown" && CUTS.has(name) && object.parts.length > 0 && object.parts.every(isInput))
    return linker.terms.unknown([object, ...call.arguments]);
  if (object.kind === "literal" && (name === "test" || name === "exec") && tellsAddress(call.arguments[0]))
    return linker.terms.operation("matches", [...call.arguments, object]);
  if (object.kind === "literal" || object.kind === "text") return linker.terms.unknown([object, ...call.arguments]);
  return undefined;
}

/** A function of a package; what a call gave has methods of its own (`consumer.apply(Login)`). */
function isPlainExternal(term: Term): boolean {
  return term.kind === "external" && term.path.at(-1)?.endsWith("()") !== true;
}

function isApplied(name: string): boolean {
  return name === "bind" || name === "call" || name === "apply";
}

function isObjectLike(term: Term): boolean {
  return term.kind === "instance" || term.kind === "object" || term.kind === "class" || term.kind === "module";
}

/** The day, the month, the year: the next try finds the same. */
const CALENDAR = /^(?:toLocaleDateString$|toDateString$)|^get(?:UTC)?(?:FullYear|Month|Date|Day|Hours)$/;

/** A function of the code, or one of JavaScript's own: `ids.map(Number).filter(Boolean)`. */
function isRunForEach(term: Term): boolean {
  return (
    term.kind === "function" || (term.kind === "global" && /^(?:Boolean|String|Number)$/.test(term.path.join(".")))
  );
}

function isDifference(term: Term): boolean {
  return term.kind === "operation" && term.operator === "!==";
}

function applyFunction(linker: Linker, activation: Activation, call: Call, object: Term): Term | undefined {
  const [self, ...rest] = call.arguments;
  const target =
    object.kind === "function" && self && isObjectLike(self)
      ? linker.terms.function(object.function, object.captured, self)
      : object;
  if (call.name === "bind") return rest.length > 0 ? linker.terms.bound(target, rest) : target;
  if (call.name === "call")
    return invoke(linker, activation, {
      ...call,
      object: undefined,
      name: undefined,
      target,
      arguments: rest,
      expression: { ...call.expression, arguments: call.expression.arguments.slice(1) },
    });
  if (call.name !== "apply") return undefined;
  const list = rest[0]?.kind === "array" ? rest[0].items : rest[0] ? [linker.terms.element(rest[0])] : [];
  return invoke(linker, activation, { ...call, object: undefined, name: undefined, target, arguments: list });
}

function promiseMethod(linker: Linker, activation: Activation, call: Call, object: Term): Term | undefined {
  const given = call.name === "then" ? [object] : call.name === "catch" ? [linker.terms.unknown([])] : [];
  for (const step of activation.steps.slice(-2)) if (step.kind === "effect") step.awaited = true;
  let result = object;
  call.arguments.forEach((argument, position) => {
    for (const option of alternatives(argument)) {
      if (option.kind === "function" && call.name === "then" && position === 0)
        result = enter(linker, activation, option, given, call);
      else if (option.kind === "function") {
        const caught = runCallback(linker, activation, option, given, call);
        // `mayRead(user).then(() => true).catch(() => false)`: what it throws is a no.
        if (call.name === "catch" && truth(result) !== undefined && truth(caught) === !truth(result))
          result = linker.terms.choice([result, caught]);
      }
    }
  });
  return result;
}

/** What each role may do is asked for the right that the call names. */
function rightAsked(linker: Linker, activation: Activation, call: Call, object: Term, asked: Term): Term | undefined {
  return holdsRight(linker, object, (list) => {
    if (list.items.length === 0) return false;
    if (call.name === "some") return decide(iterate(linker, activation, call, list, asked), truth);
    return asked.kind === "literal" ? list.items.includes(asked) : undefined;
  });
}

function iterate(linker: Linker, activation: Activation, call: Call, object: Term, callback: Term): Term {
  const { terms } = linker;
  const functions = alternatives(callback).filter((option) => option.kind === "function");
  if (object.kind === "array" && isUnrolled(object) && functions.length === 1 && functions[0]?.kind === "function") {
    const [target] = functions;
    const results = object.items.map((item, index) =>
      enter(
        linker,
        activation,
        runsNow(linker, activation, target),
        [stayingItem(item), terms.literal(index), object],
        call,
      ),
    );
    if (call.name === "map") return madeOfKept(linker, object, results);
    if (call.name === "flatMap")
      return terms.array(results.flatMap((result) => (result.kind === "array" ? result.items : [result])));
    if (call.name === "forEach") return terms.undefined;
    const decided = linker.route && decidedBy(linker, call.name, object.items, results);
    if (decided) return decided;
    if (call.name === "filter") return keptItems(linker, object, results);
    if (call.name === "sort" || call.name === "toSorted") return object;
    if (call.name === "find" || call.name === "findLast") return foundBy(linker, object.items, results);
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
  if (call.name === "filter" || call.name === "sort" || call.name === "toSorted") return object;
  if (call.name === "find" || call.name === "findLast") return foundAmongOwn(linker, object, element, results);
  if (call.name === "forEach") return terms.undefined;
  if (call.name === "some" || call.name === "every") return terms.operation(call.name, [object, ...results]);
  return terms.unknown([object, ...results]);
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
  const { terms } = linker;
  return terms.operation("?:", [terms.operation("some", [list, ...results]), item, terms.undefined]);
}

/**
 * What is found in a row's own list keeps how it is compared with the caller: `team.members.find((member) => member.userId ===
 * user.id)`.
 */
function foundForCaller(
  linker: Linker,
  activation: Activation,
  call: Call,
  list: Term,
  asks: Term & { readonly kind: "function" },
): Term | undefined {
  if (list.kind !== "external") return undefined;
  if (list.arguments) return foundAmongRows(linker, activation, call, list, asks);
  if (list.base?.kind !== "external" || !list.base.arguments) return undefined;
  const { terms } = linker;
  const item = elementOf(linker, list, undefined);
  const result = runCallback(linker, activation, asks, [item, terms.unknown([]), list], call);
  const isCaller = (side: Term): boolean =>
    holds(side, HOLDS_CREDENTIAL) && !holds(side, HOLDS_CLIENT_DATA) && !containsTerm(side, list);
  const all = result.kind === "operation" && result.operator === "&&" ? result.parts : [result];
  const compares = all.some(
    (part) => part.kind === "operation" && part.operator === "===" && part.parts.some(isCaller),
  );
  return compares
    ? terms.external(list.package, [...list.path, "find()"], list, [asks, result], call.place)
    : undefined;
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

function reduce(linker: Linker, activation: Activation, call: Call, object: Term, callback: Term): Term {
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

function arrayMethod(linker: Linker, call: Call, object: Term & { readonly kind: "array" }): Term | undefined {
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
    case "slice":
    case "reverse":
    case "toReversed":
      return object;
    case "at": {
      const [at] = call.arguments;
      const item = at?.kind === "literal" && typeof at.value === "number" ? object.items.at(at.value) : undefined;
      return item ?? elementOf(linker, object, undefined);
    }
    default:
      return terms.unknown([object, ...call.arguments]);
  }
}

/** `["name = $1", "mail = $2"].join(", ")` of texts is the text. */
function joinedTexts({ terms }: Linker, items: readonly Term[], between: Term | undefined): Term | undefined {
  if (items.length === 0 || (between && between.kind !== "literal")) return undefined;
  if (!items.every((item) => item.kind === "text" || (item.kind === "literal" && typeof item.value === "string")))
    return undefined;
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
