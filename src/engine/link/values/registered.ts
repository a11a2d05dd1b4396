/**
 * What code keeps by a key in one place and takes out in another: a container, a bus or a list of strategies of its own.
 *
 * ```ts
 * register(key: string, make: () => unknown) { this.factories.set(key, make); }
 * resolve(key: string) { return this.factories.get(key)(); }
 * // elsewhere
 * container.register("orders", () => new OrderController(orders));
 * ```
 *
 * The store is known by where it is made. What is put into it is read where it is put: there, or, where a method only
 * hands on what it is given, where that method is called.
 */
import type { Expression, FunctionFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "../evaluate/assign.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Activation, factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives, memberOf } from "../evaluate/members.ts";
import { classesAbove } from "../evaluate/parents.ts";
import { indexOf } from "../evaluate/values.ts";
import { callsNamed } from "../files/file-index.ts";
import { filesContaining } from "../files/files-containing.ts";
import { bindAhead } from "./late-locals.ts";
import { runAsItStands } from "./standing-run.ts";
import { doesSomething } from "./typed-members.ts";

/** A module level constant, or a field of the class that stands there. */
interface Store {
  readonly file: string;
  /** `#3` for a binding, `.handlers` for a field. */
  readonly holder: string;
}

interface Entry {
  readonly key: Term;
  readonly value: Term;
}

/** Where something is put into a store. */
interface Writer {
  readonly key: Expression;
  readonly value: Expression;
  readonly owner: number;
}

/** Methods that hand on to methods that hand on. */
const MAXIMUM_DEPTH = 3;
/** With more than these, a key that is not known tells nothing. */
const MAXIMUM_CHOICE = 8;
/** Names in more files than this are words like `set`. */
const MAXIMUM_FILES = 40;
/** A store that takes more runs to read is none that a person would follow: nothing is known of it. */
const MAXIMUM_RUNS = 300;

/** What reading one store may still cost, and the functions that are being asked for on the way. */
export interface Reading {
  runs: number;
  readonly asked: Set<string>;
}

export function readingOf(): Reading {
  return { runs: MAXIMUM_RUNS, asked: new Set() };
}

/** What `map.get(key)` gives where the map is made by the workspace. */
export function registeredInMap(linker: Linker, map: Term, key: Term): Term | undefined {
  if (map.kind !== "external" || !map.site) return undefined;
  const store = storeAt(linker, map.site.file, map.site.at[0]);
  return store && taken(linker, store, key);
}

/** What `this.handlers[key]` gives, or `handlers[key]` of a module level constant. */
export function registeredInRecord(
  linker: Linker,
  activation: Activation,
  object: Expression,
  key: Term,
): Term | undefined {
  const holder = holderOf(activation.facts.bindings, object);
  if (holder === undefined || !indexOf(linker, activation.file)?.keyed.has(holder)) return undefined;
  return taken(linker, { file: activation.file, holder }, key);
}

function taken(linker: Linker, store: Store, key: Term): Term | undefined {
  const entries = linker.memo.get(
    `registered ${linker.provided ? "" : "early "}${store.file}${store.holder}`,
    () => entriesOf(linker, store),
    () => [],
  );
  const same = entries.filter((entry) => entry.key === key).map(({ value }) => value);
  if (same.length > 0) return linker.terms.choice(same);
  const isKnown = key.kind === "literal" || key.kind === "class";
  if (isKnown || entries.length === 0 || entries.length > MAXIMUM_CHOICE) return undefined;
  return linker.terms.choice(entries.map(({ value }) => value));
}

/** The store whose making stands there. */
function storeAt(linker: Linker, file: string, at: number): Store | undefined {
  const facts = factsOf(linker, file);
  const index = indexOf(linker, file);
  if (!facts || !index) return undefined;
  for (const [binding, { value }] of index.declarations) {
    if (value && made(value).at[0] === at) return { file, holder: `#${binding}` };
  }
  for (const { members } of facts.classes) {
    const member = members.find(({ value }) => value && made(value).at[0] === at);
    if (member) return { file, holder: `.${member.name}` };
  }
  for (const [name, values] of index.fields) {
    if (values.some(({ value }) => made(value).at[0] === at)) return { file, holder: `.${name}` };
  }
  return undefined;
}

function made(value: Expression): Expression {
  return value.kind === "cast" ? made(value.value) : value;
}

function holderOf(bindings: readonly { readonly owner: number }[], object: Expression): string | undefined {
  if (object.kind === "cast") return holderOf(bindings, object.value);
  if (object.kind === "member" && (object.object.kind === "this" || isClassName(object.object)))
    return `.${object.name}`;
  return object.kind === "name" && bindings[object.binding]?.owner === 0 ? `#${object.binding}` : undefined;
}

/** `Registry.handlers`: a static field. */
function isClassName(object: Expression): boolean {
  return object.kind === "name" && /^[A-Z]/.test(object.name);
}

function entriesOf(linker: Linker, store: Store): readonly Entry[] {
  const found: Entry[] = [];
  const reading = readingOf();
  for (const writer of writersOf(linker, store)) {
    for (const activation of runsOf(linker, reading, store.file, writer.owner, [writer.key, writer.value])) {
      const facts = activation.facts.functions[writer.owner];
      bindAhead(linker, activation, facts?.body ?? [], writer.value.at[0]);
      const key = evaluate(linker, activation, writer.key);
      const value = evaluate(linker, activation, writer.value);
      if (alternatives(value).some((one) => isOfUse(linker, one))) found.push({ key, value });
    }
  }
  return reading.runs > 0 ? found : [];
}

/** Functions, classes, instances with methods and clients; data that is cached tells nothing. */
export function isOfUse(linker: Linker, value: Term): boolean {
  return /^(?:function|bound|class)$/.test(value.kind) || doesSomething(linker, value);
}

function writersOf(linker: Linker, { file, holder }: Store): readonly Writer[] {
  const facts = factsOf(linker, file);
  if (!facts) return [];
  const sets = callsNamed(facts, "set").flatMap(({ call, owner }): readonly Writer[] => {
    const [key, value] = call.arguments;
    if (call.callee.kind !== "member" || !key || !value) return [];
    return holderOf(facts.bindings, call.callee.object) === holder ? [{ key, value, owner }] : [];
  });
  return [...sets, ...(indexOf(linker, file)?.keyed.get(holder) ?? [])];
}

/** The function as it runs: as it stands, or, where the expressions ask for its parameters, for each of its calls. */
export function runsOf(
  linker: Linker,
  reading: Reading,
  file: string,
  owner: number,
  asked: readonly Expression[],
): readonly Activation[] {
  const facts = factsOf(linker, file);
  const found = facts?.functions[owner];
  if (!facts || !found || reading.runs <= 0) return [];
  const open = (): Activation => {
    reading.runs--;
    return runAsItStands(linker, file, facts, owner);
  };
  const isAsked = asked.some((one) => asksFor(facts.bindings, one, owner));
  const isEnclosed = asked.some((one) => one.kind === "function");
  if (owner === 0 || found.parameters.length === 0 || (!isAsked && !isEnclosed)) return [open()];
  const calls = callsOf(linker, reading, file, owner, found);
  if (calls.length === 0 && !isAsked) return [open()];
  return calls.map((args) => {
    const activation = open();
    found.parameters.forEach((parameter, position) => {
      const given = args[position];
      if (given) assignPattern(linker, activation, parameter.pattern, given);
    });
    return activation;
  });
}

/** The expression asks for something that the function is given or declares. */
function asksFor(bindings: readonly { readonly owner: number }[], of: Expression, owner: number): boolean {
  if (of.kind === "name") return bindings[of.binding]?.owner === owner;
  if (of.kind === "member" || of.kind === "index") return asksFor(bindings, of.object, owner);
  if (of.kind === "call") return [of.callee, ...of.arguments].some((one) => asksFor(bindings, one, owner));
  if (of.kind === "object") return of.fields.some(({ value }) => asksFor(bindings, value, owner));
  if (of.kind === "array") return of.items.some((item) => asksFor(bindings, item, owner));
  return of.kind === "cast" && asksFor(bindings, of.value, owner);
}

/** What the function is given, each time that it is called by its name. */
function callsOf(
  linker: Linker,
  reading: Reading,
  file: string,
  index: number,
  { name, class: of }: FunctionFacts,
): readonly (readonly Term[])[] {
  const asked = `${file}#${index}`;
  if (name === undefined || name === "constructor") return [];
  if (reading.asked.size >= MAXIMUM_DEPTH || reading.asked.has(asked)) return [];
  reading.asked.add(asked);
  const found: (readonly Term[])[] = [];
  const paths = filesContaining(linker, name);
  for (const path of paths.length > MAXIMUM_FILES ? [file] : paths) {
    const facts = factsOf(linker, path);
    for (const { call, owner } of facts ? callsNamed(facts, name) : []) {
      if (path === file && owner === index) continue;
      for (const activation of runsOf(linker, reading, path, owner, call.arguments)) {
        bindAhead(linker, activation, facts?.functions[owner]?.body ?? [], call.at[0]);
        if (!isCalled(linker, activation, call.callee, file, index, of)) continue;
        found.push(call.arguments.map((argument) => evaluate(linker, activation, argument)));
      }
    }
  }
  reading.asked.delete(asked);
  return found;
}

/** The method of this class, on it or on an instance of it, or this function. */
function isCalled(
  linker: Linker,
  activation: Activation,
  callee: Expression,
  file: string,
  index: number,
  of: number | undefined,
): boolean {
  if (callee.kind !== "member" || of === undefined) {
    return alternatives(evaluate(linker, activation, callee)).some(
      (one) => one.kind === "function" && one.function.file === file && one.function.index === index,
    );
  }
  const object = evaluate(linker, activation, callee.object);
  return alternatives(object).some((one) => {
    for (const current of classesAbove(linker, one.kind === "instance" ? one.class : one))
      if (current.file === file && current.index === of) return memberOf(linker, one, callee.name).kind === "function";
    return false;
  });
}
