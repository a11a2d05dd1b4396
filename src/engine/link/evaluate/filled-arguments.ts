/**
 * What a function sets on an object that it is given: `await requireUser(context)`, with `context.user = user` or
 * `Object.assign(context, { user })` in it.
 *
 * Objects are values here: the variable that the caller gave gets the object as the function left it.
 */
import type { CallExpression, FunctionFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { Activation, Linker } from "./linker.ts";
import type { Frame } from "./steps.ts";

/** Objects with more fields stay as they were given. */
const MAXIMUM_FIELDS = 60;

/** Notes the objects that parameters stand for; one that is assigned anew is no longer the caller's. */
export function noteGiven(activation: Activation, found: FunctionFacts, args: readonly Term[]): void {
  found.parameters.forEach(({ pattern, rest }, position) => {
    const given = args[position];
    if (rest || pattern.kind !== "binding" || given?.kind !== "object") return;
    activation.given ??= new Map();
    activation.given.set(pattern.binding, given);
  });
}

/** The objects that the function has set something on, by the position they were given at. */
export function filledArguments(
  { given, locals }: Activation,
  found: FunctionFacts,
): ReadonlyMap<number, Term> | undefined {
  if (!given) return undefined;
  const filled = new Map<number, Term>();
  found.parameters.forEach(({ pattern }, position) => {
    const before = pattern.kind === "binding" ? given.get(pattern.binding) : undefined;
    const after = pattern.kind === "binding" ? locals.get(pattern.binding) : undefined;
    if (!before || after?.kind !== "object" || after === before || after.fields.length > MAXIMUM_FIELDS) return;
    filled.set(position, after);
  });
  return filled.size > 0 ? filled : undefined;
}

/** Gives the caller's variables what the call has set on them. */
export function takeFilled(
  activation: Activation,
  { filled }: Frame,
  { arguments: written }: CallExpression,
  args: readonly Term[],
): void {
  if (!filled || written.length !== args.length) return;
  for (const [position, after] of filled) {
    const argument = written[position];
    if (argument?.kind === "name" && activation.locals.get(argument.binding) === args[position])
      activation.locals.set(argument.binding, after);
  }
}

/** `Object.assign(context, { user })`: the variable has those fields from now on. */
export function assignFields(
  linker: Linker,
  activation: Activation,
  { arguments: written }: CallExpression,
  assigned: Term,
): void {
  const [first] = written;
  if (first?.kind !== "name" || assigned.kind !== "object") return;
  if (activation.locals.get(first.binding)?.kind !== "object") return;
  const last = new Map(assigned.fields.map((field) => [field.key ?? field, field]));
  const fields = assigned.fields.filter((field) => last.get(field.key ?? field) === field);
  activation.locals.set(first.binding, linker.terms.object(fields));
}
