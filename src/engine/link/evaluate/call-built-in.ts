/** Methods of JavaScript's own values: arrays, promises, strings, functions. */
import type { Term } from "../../model/term.ts";
import { someTerm } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { callOwnFolder } from "../values/folders.ts";
import { lastSegment } from "./address-parts.ts";
import { asText } from "./as-text.ts";
import { type Call, enter, invoke, runCallback } from "./call.ts";
import { callBytes } from "./filled-bytes.ts";
import type { Activation, Linker } from "./linker.ts";
import { arrayMethod, foundForCaller, ITERATORS, iterate, reduce } from "./list-methods.ts";
import { callLiteralText } from "./literal-texts.ts";
import { alternatives } from "./members.ts";
import { rightAsked } from "./rights-by-role.ts";
import { callText, hasText } from "./route-texts.ts";
import { isUnrolled, listOfMap } from "./unrolled.ts";

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
  const bytes = callBytes(linker, activation, call, object);
  if (bytes) return bytes;
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
  // `(req.headers.authorization || "").split(" ")`, `(process.env.HOSTS ?? "").split(",")`
  if (
    (object.kind === "operation" || object.kind === "environment") &&
    CUTS.has(name) &&
    alternatives(object).every((one) => isInput(one) || one.kind === "literal" || one.kind === "environment")
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
