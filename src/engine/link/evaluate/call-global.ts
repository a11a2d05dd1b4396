/** Calls of JavaScript's and Node's globals. */
import type { InputSource, Place, Term } from "../../model/term.ts";
import { isList } from "../packages/utility-library.ts";
import { saidOfFile } from "../values/kinds-of-files.ts";
import { loadedModule } from "../values/loaded-files.ts";
import { methodNames } from "../values/method-names.ts";
import { reflected } from "../values/own-decorators.ts";
import { asText } from "./as-text.ts";
import { assignMembers } from "./assign.ts";
import { type Call, callUnknown, enter, invoke, runCallbacks } from "./call.ts";
import { callBuiltIn } from "./call-built-in.ts";
import { noteChange } from "./changed-rows.ts";
import { block } from "./endings.ts";
import { assignFields } from "./filled-arguments.ts";
import { noteFilledBytes } from "./filled-bytes.ts";
import { knownFields } from "./known-fields.ts";
import type { Activation, Linker } from "./linker.ts";
import { alternatives, memberOf } from "./members.ts";
import { sentAgain } from "./sent-again.ts";
import type { Block } from "./steps.ts";
import { blocksIn } from "./stops.ts";

const UNSTABLE: Readonly<Record<string, "time" | "random">> = {
  "Date.now": "time",
  "performance.now": "time",
  "process.hrtime": "time",
  "process.hrtime.bigint": "time",
  "Math.random": "random",
  "crypto.randomUUID": "random",
  "crypto.getRandomValues": "random",
};
/** The request or the context, or a part of it that was sent, also with what was put into it. */
function holdsRequest(term: Term): boolean {
  if (term.kind === "object")
    return term.fields[0] !== undefined && term.fields[0].key === undefined && holdsRequest(term.fields[0].value);
  return term.kind === "input" && REQUESTS.has(term.source);
}

const REQUESTS: ReadonlySet<InputSource> = new Set(["request", "context", "body", "query", "params"]);

/** `Array.from({ length: 8 }, make)` holds nothing but what is made. */
function listedFrom(linker: Linker, from: Term): Term {
  const isCount = from.kind === "object" && from.fields.length === 1 && from.fields[0]?.key === "length";
  return isCount ? linker.terms.array([linker.terms.undefined]) : from;
}

/** They give their argument in another type. */
const CONVERSIONS = new Set(["Array.from", "Object.freeze", "structuredClone"]);
const FORMS: ReadonlySet<InputSource> = new Set(["body", "query"]);
/** They give a number, whatever the text was. */
const NUMBERS = new Set(["Number", "BigInt", "parseInt", "parseFloat", "Number.parseInt", "Number.parseFloat"]);
/** Nothing that matters happens in them. */
const HARMLESS =
  /^(?:require\.resolve|console|JSON|Math|Object|Array|Number|String|Reflect|Symbol|Intl|Buffer|URL|process|performance|isNaN|encodeURI|decodeURI|encodeURIComponent|decodeURIComponent|atob|btoa|Set|Map|WeakMap|Date|RegExp|Error|TypeError|RangeError|Headers|FormData|URLSearchParams|AbortController|AbortSignal|TextEncoder|TextDecoder|Uint8Array|Blob|File|Response|Request|clearTimeout|clearInterval|structuredClone|crypto)\b/;

const NOWHERE: Place = { file: "", at: [0, 0] };

export function callGlobal(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "global" },
  call: Call,
): Term {
  const { terms } = linker;
  const name = target.path.join(".");
  const unstable = UNSTABLE[name.replace(/^(?:globalThis|window|self)\./, "")];
  if (unstable) {
    noteFilledBytes(linker, activation, call);
    return terms.unstable(unstable);
  }
  const said = saidOfFile(linker, target);
  if (said) return said;
  if (call.expression.new && name === "Date" && call.arguments.length === 0) return terms.unstable("time");
  const [specifier] = call.arguments;
  if ((name === "require" || name === "import") && specifier) {
    const loaded = loadedModule(linker, activation, specifier, call.expression);
    if (loaded) return loaded;
  }
  const adapted = adaptedGlobal(linker, activation, target, call);
  if (adapted) return adapted;
  // Every symbol is itself alone: tokens of dependency injection are told apart by it.
  if (name === "Symbol" || name === "Symbol.for")
    return terms.result(call.text, target, call.arguments, name === "Symbol" ? call.place : NOWHERE);
  const [first] = call.arguments;
  if (name === "String" && first) return asText(linker, first);
  // `Array.from(list, make)` is `list.map(make)`.
  const [, made] = call.arguments;
  if (name === "Array.from" && first && made?.kind === "function")
    return (
      callBuiltIn(linker, activation, { ...call, name: "map", arguments: [made] }, listedFrom(linker, first)) ?? first
    );
  if (CONVERSIONS.has(name) && first) return first;
  // A form as it was sent, or what stands behind the question mark.
  if (name === "URLSearchParams" && first?.kind === "input" && FORMS.has(first.source)) return first;
  const listed = name === "Array.isArray" && first && isList(linker, first);
  if (listed) return listed;
  if (name === "Boolean" && first)
    return first.kind === "literal"
      ? terms.literal(Boolean(first.value))
      : terms.operation("!", [terms.operation("!", [first])]);
  if (NUMBERS.has(name) && first) return first.kind === "literal" ? first : terms.operation("number", [first]);
  if (
    name === "Promise.all" ||
    name === "Promise.allSettled" ||
    name === "Promise.race" ||
    name === "Promise.any" ||
    name === "Promise.resolve"
  )
    return awaitAll(activation, first ?? terms.undefined);
  if (name === "Promise" && call.expression.new) return runPromise(linker, activation, call);
  if (name === RESOLVE || name === REJECT) return settle(linker, activation, call, name);
  const left = reflected(linker, activation, name, call) ?? methodNames(linker, name, first);
  if (left) return left;
  const [, key] = call.arguments;
  if (name === "Reflect.get" && first && key?.kind === "literal") return memberOf(linker, first, String(key.value));
  if (name === "Object.assign" && first)
    for (const source of call.arguments.slice(1)) {
      noteChange(linker, activation, first, undefined, source);
      const [written] = call.expression.arguments;
      if (written && holdsRequest(first)) assignMembers(linker, activation, written, source);
    }
  if (name === "Object.assign") {
    const assigned = terms.object(
      call.arguments.flatMap((argument) => (argument.kind === "object" ? argument.fields : [{ value: argument }])),
    );
    assignFields(linker, activation, call.expression, assigned);
    return assigned;
  }
  if (name === "Object.entries" || name === "Object.keys" || name === "Object.values")
    return listObject(linker, name, first, call);
  if (name === "Object.fromEntries" || name === "JSON.parse" || name === "JSON.stringify")
    return sentAgain(linker, name, first) ?? terms.unknown(call.arguments);
  if (/^set(?:Timeout|Interval|Immediate)$|^queueMicrotask$|^process\.nextTick$/.test(name)) {
    runCallbacks(linker, activation, call, () => []);
    return terms.unknown([]);
  }
  if (name === "Function") return callUnknown(linker, activation, call);
  if (call.expression.new || HARMLESS.test(name)) {
    const result = terms.external(
      `global:${target.path[0] ?? name}`,
      [...target.path.slice(1, -1), call.expression.new ? `new ${target.path.at(-1)}()` : `${target.path.at(-1)}()`],
      undefined,
      call.arguments,
      call.place,
    );
    // `Response.json(body, { status })` is a value like `new Response(body, { status })`; folders are told from `process.cwd()`;
    // `Buffer.alloc(8)` is filled later.
    const isValue =
      call.expression.new ||
      target.path[0] === "Response" ||
      /^(?:process\.cwd|require\.resolve|Buffer\.alloc\w*)$/.test(name);
    return isValue ? result : terms.unknown(call.arguments);
  }
  return callUnknown(linker, activation, call);
}

/** What an executor is given. Calling them ends the waiting, or fails. */
const RESOLVE = "(resolve)";
export const REJECT = "(reject)";

function runPromise(linker: Linker, activation: Activation, call: Call): Term {
  const { terms } = linker;
  const [executor] = call.arguments;
  const made = block(activation, () => {
    if (executor?.kind === "function") {
      enter(linker, activation, executor, [terms.global([RESOLVE]), terms.global([REJECT])], call);
    }
    return "falls";
  });
  if (made.steps.length > 0) {
    activation.steps.push({ kind: "promise", block: { steps: made.steps, ends: "falls" }, place: call.place });
  }
  const values = settledWith(made);
  if (values.length > 0)
    return terms.choice(values.map((value) => (isBare(value) ? terms.unknown(givenIn(made)) : value)));
  return terms.unknown(made.steps.flatMap((step) => (step.kind === "call" ? [step.frame.result] : [])));
}

/** Nothing is known of it: what a package hands to a callback. */
function isBare(value: Term): boolean {
  return value.kind === "unknown" && value.parts.length === 0;
}

/** What the executor's calls were given: what they hand to their callbacks was made of it. */
function givenIn(made: Block): readonly Term[] {
  return made.steps.flatMap((step) =>
    step.kind === "opaque" || step.kind === "guard" || step.kind === "effect"
      ? step.call.arguments.filter(({ kind }) => kind !== "function")
      : [],
  );
}

/** More blocks than this are not looked through for what a promise is resolved with. */
const MAXIMUM_BLOCKS = 400;

/** What the promise is resolved with, also by a callback that the executor hands on. Empty where some of it is not known. */
function settledWith(made: Block): readonly Term[] {
  const found = new Set<Term>();
  const seen = new Set<Block>();
  const stack = [made];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (seen.size > MAXIMUM_BLOCKS) return [];
    for (const step of next.steps) {
      if (step.kind === "next" && step.of === "promise" && step.value) found.add(step.value);
      // What another promise in it is resolved with is its own.
      if (step.kind !== "promise") stack.push(...blocksIn(step));
    }
  }
  return [...found];
}

function settle(linker: Linker, activation: Activation, call: Call, name: string): Term {
  if (name === REJECT) {
    activation.steps.push({ kind: "throw", value: call.arguments[0] ?? linker.terms.unknown([]), place: call.place });
  } else {
    const [value] = call.arguments;
    activation.steps.push({ kind: "next", failing: false, of: "promise", ...(value && { value }), place: call.place });
  }
  return linker.terms.undefined;
}

/** A global that an adapter knows as a package of its own, such as `fetch`. */
function adaptedGlobal(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "global" },
  call: Call,
): Term | undefined {
  const [root, ...rest] = target.path;
  const path = root === "globalThis" || root === "window" || root === "self" ? rest : [root ?? "", ...rest];
  const packageName = `global:${path[0]}`;
  if (!linker.adapters.knows(packageName)) return undefined;
  let value = linker.terms.external(packageName, [], undefined, undefined, undefined);
  for (const part of path.slice(1))
    value = linker.terms.external(
      packageName,
      [...(value.kind === "external" ? value.path : []), part],
      value,
      undefined,
      undefined,
    );
  return invoke(linker, activation, { ...call, object: undefined, target: value });
}

function awaitAll(activation: Activation, value: Term): Term {
  for (const step of activation.steps.slice(-24)) if (step.kind === "effect") step.awaited = true;
  return value;
}

/** What was sent, itself or spread into an object. */
function sentIn(value: Term): Term | undefined {
  for (const option of alternatives(value)) {
    const spread = option.kind === "object" ? option.fields.filter((field) => field.key === undefined) : [];
    const sent = option.kind === "input" ? option : spread.map((field) => sentIn(field.value)).find((one) => one);
    if (sent) return sent;
  }
  return undefined;
}

function listObject(linker: Linker, name: string, value: Term | undefined, call: Call): Term {
  const { terms } = linker;
  // Which keys something sent has, its sender says.
  const sent = name === "Object.values" || !value ? undefined : sentIn(value);
  if (sent) return terms.operation("keys", [sent]);
  const fields = knownFields(linker, value);
  if (!fields) return terms.unknown(call.arguments);
  return terms.array(
    fields.map((field) => {
      const key = terms.literal(field.key);
      if (name === "Object.keys") return key;
      return name === "Object.values" ? field.value : terms.array([key, field.value]);
    }),
  );
}
