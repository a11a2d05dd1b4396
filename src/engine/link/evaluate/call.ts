/** What a call does, by what is called: a function of the workspace, a package, a global, request data, or the unknown. */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { Place, Term } from "../../model/term.ts";
import { callOpened } from "../adapters/opened.ts";
import { sideOfResult } from "../packages/results.ts";
import { settingAsked } from "../packages/setting-reads.ts";
import { comparedByMethod } from "../terms/same-value.ts";
import { constructorArguments } from "../values/instance-state.ts";
import { isStore, keptByCall } from "../values/kept.ts";
import { calledOn } from "../values/object-methods.ts";
import { remembered } from "../values/unwrapped.ts";
import { withoutBuilt } from "./built-in-place.ts";
import { callBuiltIn } from "./call-built-in.ts";
import { callExternal } from "./call-external.ts";
import { callFunction, LIMIT } from "./call-function.ts";
import { callGlobal } from "./call-global.ts";
import { invokeGuarded } from "./call-guard.ts";
import { callInput } from "./call-input.ts";
import { noteChangeByCall, rowPutInto, takeOver } from "./changed-rows.ts";
import { block } from "./endings.ts";
import { takeFilled } from "./filled-arguments.ts";
import { flagOnWays } from "./flag-on-ways.ts";
import { type Activation, factsOf, type Linker } from "./linker.ts";
import { alternatives, constructorOf } from "./members.ts";
import { offerStep } from "./offered.ts";
import { classesAbove } from "./parents.ts";
import type { Frame, Step } from "./steps.ts";
import { type Table, tableOf } from "./tables.ts";

export interface Call {
  readonly target: Term;
  /** What the method is called on, where it is one. */
  readonly object: Term | undefined;
  readonly name: string | undefined;
  readonly arguments: readonly Term[];
  readonly expression: CallExpression;
  /** The callee as written. */
  readonly text: string;
  readonly place: Place;
}

export function invoke(linker: Linker, activation: Activation, call: Call): Term {
  noteChangeByCall(linker, activation, call.object, call.name, call.arguments);
  const changed = rowPutInto(call.object, call.name, call.arguments);
  if (changed) return changed;
  const kept = keptByCall(linker, activation, call);
  if (kept) return kept;
  const setting = settingAsked(call);
  if (setting !== undefined) {
    activation.steps.push({ kind: "config", name: setting, place: call.place });
    const value = linker.terms.environment(setting, call.name === "getOrThrow" ? "set" : "perhaps");
    const [, fallback] = call.arguments;
    return fallback === undefined || fallback.kind === "object"
      ? value
      : linker.terms.operation("??", [value, fallback]);
  }
  const builtIn = call.object && callBuiltIn(linker, activation, call, call.object);
  if (builtIn) return builtIn;
  const side = sideOfResult(linker, call);
  if (side) return side;
  const { target } = call;
  const compared = call.name === "equals" ? comparedByMethod(linker, target, call.arguments) : undefined;
  if (compared) return compared;
  switch (target.kind) {
    case "function":
      if (call.expression.new) return constructByFunction(linker, activation, target, call);
      return enter(linker, activation, calledOn(linker, target, call.object), call.arguments, call, call.expression);
    case "bound":
      return invoke(linker, activation, {
        ...call,
        object: undefined,
        target: target.function,
        arguments: [...target.arguments, ...call.arguments],
      });
    case "class":
      return construct(linker, activation, target, call);
    case "external": {
      const inner = remembered(target);
      if (inner) return invoke(linker, activation, { ...call, object: undefined, target: inner });
      return callOpened(linker, activation, target, call) ?? callExternal(linker, activation, target, call);
    }
    case "global":
      return callGlobal(linker, activation, target, call);
    case "input":
      return callInput(linker, activation, target, call);
    case "choice":
    case "operation":
      if (target.kind === "operation" && target.operator.startsWith("guarded "))
        return invokeGuarded(linker, activation, target, call);
      return invokeEach(linker, activation, call);
    case "undefined":
    case "literal":
      return linker.terms.unknown(call.arguments);
    default:
      return callUnknown(linker, activation, call);
  }
}

/** Runs a function of the workspace in place of its call. */
export function enter(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "function" },
  args: readonly Term[],
  call: Pick<Call, "text" | "place">,
  /** The call as written, where it gives these arguments. */
  written?: CallExpression,
): Term {
  const first = callFunction(linker, target, args);
  const frame = makesReceiver(linker, first)
    ? callFunction(linker, target, args, siteOf(linker, activation, call.place))
    : first;
  for (const name of frame.cutBy) activation.cutBy.add(name);
  takeOver(linker, activation, frame, [...args, frame.result]);
  if (written) takeFilled(activation, frame, written, args);
  for (const [binding, value] of frame.writes) {
    if (target.function.file !== activation.file) break;
    activation.locals.set(binding, value);
    const owner = activation.facts.bindings[binding]?.owner;
    if (owner !== activation.functionIndex) activation.writes.set(binding, value);
  }
  if (args.length > 0) {
    const offered = offerStep(
      /(\w+)$/.exec(call.text)?.[1],
      args,
      factsOf(linker, target.function.file),
      frame,
      call.place,
    );
    if (offered) activation.steps.push(offered);
  }
  // It was not entered at all: nobody knows what it asks, or does.
  if (frame.quiet && frame.cutBy.has(LIMIT) && frame.block.steps.length === 0) {
    const unread = { text: call.text, callee: target, arguments: args, place: call.place };
    activation.steps.push({ kind: "opaque", call: unread, result: frame.result, place: call.place });
  }
  if (!frame.quiet) activation.steps.push({ kind: "call", frame, text: call.text, place: call.place });
  return frame.result;
}

/** `createRouter()` gives another router at every call, also with the same arguments; one that is kept outside is one. */
function makesReceiver(linker: Linker, frame: Frame): boolean {
  let made = frame.result;
  while (made.kind === "external" && made.path.length > 1 && made.base?.kind === "external") made = made.base;
  if (made.kind !== "external" || !made.site || !linker.adapters.isReceiver(made.package, made.path)) return false;
  if ([...frame.writes.values()].includes(made)) return false;
  const { file, at } = made.site;
  const functions = factsOf(linker, file)?.functions ?? [];
  return functions.some((one, index) => index > 0 && one.at[0] <= at[0] && at[1] <= one.at[1]);
}

function siteOf(linker: Linker, activation: Activation, place: Place): Term {
  const { terms } = linker;
  const here = terms.literal(`${place.file}:${place.at.join("-")}`);
  const context = activation.context?.();
  return terms.operation("at", context ? [here, context] : [here]);
}

function construct(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "class" },
  call: Call,
): Term {
  const instance = linker.terms.instance(target, call.arguments);
  for (const current of classesAbove(linker, target)) {
    const index = constructorOf(linker, current);
    if (index !== undefined) {
      const builder = linker.terms.function({ file: current.file, index }, current.captured, instance);
      if (builder.kind === "function" && instance.kind === "instance")
        enter(linker, activation, builder, constructorArguments(linker, instance, current), call);
    }
  }
  return instance;
}

/** `new Orders(db)` where `Orders` is a function that sets its methods on `this`. */
function constructByFunction(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "function" },
  call: Call,
): Term {
  const instance = linker.terms.instance(target, call.arguments);
  const builder = linker.terms.function(target.function, target.captured, instance);
  const result = builder.kind === "function" ? enter(linker, activation, builder, call.arguments, call) : instance;
  return result.kind === "object" ? result : instance;
}

/** One of several functions runs. */
function invokeEach(linker: Linker, activation: Activation, call: Call): Term {
  const table = tableOf(call.target);
  if (table) return invokeByKey(linker, activation, call, table);
  const options = oneOfEachClient(
    linker,
    withoutCached(alternatives(call.target)).filter(
      (option) => option.kind !== "undefined" && option.kind !== "literal",
    ),
  );
  if (options.length === 0 || options.length > 6 || options[0] === call.target)
    return callUnknown(linker, activation, call);
  const [only] = options;
  if (only && options.length === 1) return invoke(linker, activation, { ...call, target: only });
  const results: Term[] = [];
  const cases = options.map((option) => ({
    value: linker.terms.unknown([]),
    block: block(activation, () => {
      results.push(invoke(linker, activation, { ...call, object: undefined, target: option }));
      return "falls";
    }),
  }));
  if (cases.some((found) => found.block.steps.length > 0)) {
    activation.steps.push({ kind: "switch", on: linker.terms.unknown([]), cases, place: call.place });
  }
  return (
    flagOnWays(linker, call.target, new Map(options.map((option, at) => [option, results[at]]))) ??
    linker.terms.choice(results)
  );
}

/** `handlers[job.name](job)`: one of the functions of a table runs, which one its key tells. */
function invokeByKey(linker: Linker, activation: Activation, call: Call, { on, entries }: Table): Term {
  const results: Term[] = [];
  const cases = entries.map(({ key, value }) => ({
    value: key,
    block: block(activation, () => {
      results.push(invoke(linker, activation, { ...call, object: undefined, target: value }));
      return "falls";
    }),
  }));
  if (cases.some((found) => found.block.steps.length > 0))
    activation.steps.push({ kind: "switch", on, cases, place: call.place });
  return linker.terms.choice(results);
}

/** `globalThis.client ?? new Client()`: what was kept from last time is what is made here. */
function withoutCached(options: readonly Term[]): readonly Term[] {
  const made = options.filter(
    (option) => !isStore(option) && (option.kind === "external" || option.kind === "function"),
  );
  return made.length > 0 ? options.filter((option) => !isStore(option)) : options;
}

/** A client made in one of several ways (`new DataSource()` for each kind of database) is one client. */
function oneOfEachClient({ adapters }: Linker, options: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return options.filter((option) => {
    if (option.kind !== "external") return true;
    const plain = /\)$/.test(option.path[0] ?? "") && option.path.length === 2 ? option.path.join(".") : undefined;
    const key = adapters.clientCall(option.package, option.path) ?? (plain && `${option.package} ${plain}`);
    if (key === undefined) return true;
    return seen.size < seen.add(key).size;
  });
}

/** Nothing is known of the callee. Functions it is given may run. */
export function callUnknown(linker: Linker, activation: Activation, call: Call): Term {
  const { terms } = linker;
  const result = terms.result(call.text, call.target, call.arguments, call.place);
  const callTerm = { text: call.text, callee: call.target, arguments: call.arguments, place: call.place };
  activation.steps.push({ kind: "opaque", call: callTerm, result, place: call.place });
  runCallbacks(linker, activation, call, () => anything(terms.unknown([result])));
  return result;
}

/** Arguments of which nothing is known but what they may come from. */
export function anything(value: Term): readonly Term[] {
  return [value, value, value, value, value];
}

/** What a callback that takes an error first is given. */
export interface ErrorFirst {
  readonly error: Term;
  readonly value: Term;
  /** The way goes on in the callback alone. */
  readonly continues?: true;
}

/** Runs the functions among the arguments, as callbacks that may run any number of times; gives what each gave. */
export function runCallbacks(
  linker: Linker,
  activation: Activation,
  call: Pick<Call, "arguments" | "text" | "place">,
  parameters: (position: number) => readonly Term[],
  errorFirst?: ErrorFirst,
): readonly Term[] {
  const results: Term[] = [];
  call.arguments.forEach((argument, position) => {
    const functions = argument.kind === "object" ? argument.fields.map((field) => field.value) : [argument];
    for (const target of functions.flatMap(alternatives)) {
      if (target.kind !== "function") continue;
      if (errorFirst && takesErrorFirst(linker, target, errorFirst, call.text)) {
        const { error, value, continues } = errorFirst;
        results.push(runCallback(linker, activation, target, [error, value, value], call, continues && { continues }));
      } else results.push(runCallback(linker, activation, target, parameters(position), call));
    }
  });
  return results;
}

/** `(err, rows) => …`: Node's way to hand a result on. Of a check the error alone tells: `verify(token, key, (err) => …)`. */
function takesErrorFirst(
  linker: Linker,
  target: Term & { readonly kind: "function" },
  { continues }: ErrorFirst,
  text: string,
): boolean {
  const facts = factsOf(linker, target.function.file);
  const parameters = facts?.functions[target.function.index]?.parameters ?? [];
  const [first] = parameters;
  const few = continues || /\.(?:catch|then|on|once)$/.test(text) ? 2 : 1;
  if (first?.pattern.kind !== "binding" || parameters.length < few) return false;
  return /^_?(?:e|er|err|error)\d*$/i.test(facts?.bindings[first.pattern.binding]?.name ?? "");
}

/** The package, or the response, whose events come when it was answered: `res.on("finish", …)`. */
function runnerOf(target: Term | undefined): { readonly from?: string } {
  if (target?.kind === "external") return { from: target.package };
  return target?.kind === "input" && target.source === "response" ? { from: "response" } : {};
}

export function runCallback(
  linker: Linker,
  activation: Activation,
  target: Term & { readonly kind: "function" },
  args: readonly Term[],
  call: Pick<Call, "text" | "place"> & { readonly target?: Term },
  options?: { readonly continues: true },
): Term {
  let result = linker.terms.undefined;
  const made = block(activation, () => {
    result = withoutBuilt(linker, activation, target, () => enter(linker, activation, target, args, call));
    return "falls";
  });
  const from = runnerOf(call.target);
  if (made.steps.length > 0)
    activation.steps.push({ kind: "callback", of: call.text, ...from, block: made, ...options, place: call.place });
  return result;
}

/** Runs a callback that certainly runs once, inside a step of this kind. */
export function runInside(
  linker: Linker,
  activation: Activation,
  kind: "transaction" | "memoised",
  target: Term,
  args: readonly Term[],
  call: Pick<Call, "text" | "place">,
): Term {
  let result = linker.terms.undefined;
  const made = block(activation, () => {
    for (const option of alternatives(target)) {
      if (option.kind === "function") result = enter(linker, activation, option, args, call);
    }
    return "falls";
  });
  const step: Step = { kind, block: made, place: call.place };
  activation.steps.push(step);
  return result;
}
