/**
 * What making an instance leaves in it beyond plain fields: arguments that a class hands to the class it extends, and
 * lists that the constructor, or a method it calls, adds to (`this.routes.push({ method, path, handler })`).
 */
import type { Expression } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { assignPattern } from "../evaluate/assign.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { type Activation, createActivation, factsOf, type Linker, placeOf } from "../evaluate/linker.ts";
import { constructorOf, parameterValue } from "../evaluate/members.ts";
import { onceForBlock } from "../evaluate/once-for-block.ts";
import { classesAbove, packageClassAbove } from "../evaluate/parents.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";

type ClassTerm = Term & { readonly kind: "class" };
type InstanceTerm = Term & { readonly kind: "instance" };

/** What the constructor of `of`, the instance's class or one above it, is given. */
export function constructorArguments(linker: Linker, instance: InstanceTerm, of: ClassTerm): readonly Term[] {
  let args: readonly Term[] = instance.arguments;
  for (const current of classesAbove(linker, instance.class)) {
    if (current === of) return args;
    args = handedOn(linker, instance, current, args);
  }
  return [];
}

/** What the class of a package that the instance's class extends, directly or through others, is given. */
export function packageArguments(linker: Linker, instance: InstanceTerm): readonly Term[] {
  let args: readonly Term[] = instance.arguments;
  for (const current of classesAbove(linker, instance.class)) args = handedOn(linker, instance, current, args);
  return packageClassAbove(linker, instance.class) ? args : [];
}

/** The arguments of `super(…)`. Without a constructor of its own, a class hands on what it is given. */
function handedOn(linker: Linker, instance: InstanceTerm, of: ClassTerm, args: readonly Term[]): readonly Term[] {
  const index = constructorOf(linker, of);
  if (index === undefined) return args;
  const key = `super ${instance.id} ${of.id} ${args.map((term) => term.id).join(",")}`;
  const read = (): readonly Term[] => {
    const facts = factsOf(linker, of.file);
    const builder = facts?.functions[index];
    if (!facts || !builder) return [];
    const activation = createActivation(of.file, facts, index, of.captured, instance);
    activation.context = () => instance;
    builder.parameters.forEach((parameter, position) => {
      assignPattern(
        linker,
        activation,
        parameter.pattern,
        parameterValue(linker, activation, parameter, args[position]),
      );
    });
    for (const statement of builder.body) {
      if (statement.kind === "declare" && statement.value)
        assignPattern(linker, activation, statement.pattern, evaluate(linker, activation, statement.value));
      const call = statement.kind === "expression" ? superCall(statement.value) : undefined;
      if (call) return call.arguments.map((argument) => evaluate(linker, activation, argument));
    }
    return [];
  };
  return linker.memo.get(key, read, () => []);
}

function superCall(value: Expression): (Expression & { readonly kind: "call" }) | undefined {
  return value.kind === "call" && value.callee.kind === "super" ? value : undefined;
}

/** The list that a field begins as, and what making the instance adds to it. */
export function withAdded(linker: Linker, instance: InstanceTerm, name: string, value: Term): Term {
  if (value.kind !== "array" || isBeingMade(linker, instance)) return value;
  const added = linker.memo.get(
    `added ${instance.id}`,
    () => addedBy(linker, instance),
    () => [],
  );
  const items = added.filter((one) => one.name === name).flatMap((one) => one.items);
  return items.length === 0 ? value : linker.terms.array([...value.items, ...items]);
}

/** A constructor of it runs right now: what it will have added is not known yet. */
function isBeingMade(linker: Linker, instance: InstanceTerm): boolean {
  return [...classesAbove(linker, instance.class)].some((of) => {
    const index = constructorOf(linker, of);
    return index !== undefined && (linker.entered.get(`${of.file}#${index}`) ?? 0) > 0;
  });
}

interface Added {
  readonly name: string;
  readonly items: readonly Term[];
}

function addedBy(linker: Linker, instance: InstanceTerm): readonly Added[] {
  const found: Added[] = [];
  for (const of of [...classesAbove(linker, instance.class)].reverse()) {
    const index = constructorOf(linker, of);
    if (index === undefined) continue;
    const builder = linker.terms.function({ file: of.file, index }, of.captured, instance);
    if (builder.kind !== "function") continue;
    collect(callFunction(linker, builder, constructorArguments(linker, instance, of)).block, instance, found);
  }
  return found;
}

function collect(block: Block, instance: InstanceTerm, found: Added[]): void {
  if (!adds(block)) return;
  for (const step of block.steps) {
    if (step.kind === "added" && step.to === instance) found.push(step);
    for (const inner of blocksIn(step)) collect(inner, instance, found);
  }
}

const adds = onceForBlock((block) => block.steps.some((step) => step.kind === "added" || blocksIn(step).some(adds)));

/** `list.push(item)`: the variable, or the instance that holds the list, has one more from now on. */
export function noteAdded(
  linker: Linker,
  activation: Activation,
  list: Expression,
  value: Term,
  items: readonly Term[],
): void {
  const { terms } = linker;
  if (activation.functionIndex === 0 && value.kind === "array" && items.every((item) => isThere(item, value.items)))
    return;
  if (list.kind === "name" && list.binding >= 0 && value.kind === "array" && value.items.length < MAXIMUM_ITEMS) {
    // It is still the list that the function was given.
    const given = activation.given?.get(list.binding);
    assignPattern(
      linker,
      activation,
      { kind: "binding", binding: list.binding, at: list.at },
      terms.array([...value.items, ...items]),
    );
    if (given) activation.given?.set(list.binding, given);
  }
  // `const history = row.history || []; history.push(entry)`: the variable is that list with one more.
  if (list.kind === "name" && list.binding >= 0 && value.kind === "operation" && isStoredList(value))
    assignPattern(
      linker,
      activation,
      { kind: "binding", binding: list.binding, at: list.at },
      terms.operation("push", [value, ...items]),
    );
  if (list.kind !== "member" || list.object.kind !== "this" || activation.self?.kind !== "instance") return;
  const { name } = list;
  activation.steps.push({ kind: "added", to: activation.self, name, items, place: placeOf(activation, list) });
}

/** Code that the top of a file adds to a list of its own stands in it from the start. */
function isThere(item: Term, items: readonly Term[]): boolean {
  return item.kind !== "literal" && items.includes(item);
}

const MAXIMUM_ITEMS = 400;

/** A column of a row, or an empty list where it has none. */
export function isStoredList(value: Term): boolean {
  if (value.kind !== "operation" || !/^(?:\?\?|\|\|)$/.test(value.operator)) return false;
  const [column, otherwise] = value.parts;
  return column?.kind === "external" && otherwise?.kind === "array" && otherwise.items.length === 0;
}
