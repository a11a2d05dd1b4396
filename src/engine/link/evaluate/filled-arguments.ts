/**
 * What a function sets on an object that it is given: `await requireUser(context)`, with `context.user = user` or
 * `Object.assign(context, { user })` in it.
 *
 * Objects are values here: the variable that the caller gave gets the object as the function left it.
 */
import type { CallExpression, FunctionFacts, Pattern } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { areFiles } from "../values/kinds-of-files.ts";
import type { Activation, Linker } from "./linker.ts";
import type { Frame } from "./steps.ts";

/** Objects with more fields stay as they were given. */
const MAXIMUM_FIELDS = 60;

/** Notes the objects and lists that parameters stand for; one that is assigned anew is no longer the caller's. */
export function noteGiven(activation: Activation, found: FunctionFacts, args: readonly Term[]): void {
  found.parameters.forEach(({ pattern, rest }, position) => {
    const given = args[position];
    const isTracked = given?.kind === "array" || (given?.kind === "object" && pattern.kind === "binding");
    const binding = bindingOf(pattern);
    if (rest || binding === undefined || !given || !isTracked) return;
    activation.given ??= new Map();
    activation.given.set(binding, given);
  });
}

/** The objects and lists that the function has put something into, by the position they were given at. */
export function filledArguments(
  linker: Linker,
  { file, given, locals }: Activation,
  found: FunctionFacts,
): ReadonlyMap<number, Term> | undefined {
  if (!given) return undefined;
  const filled = new Map<number, Term>();
  found.parameters.forEach(({ pattern }, position) => {
    const binding = bindingOf(pattern) ?? -1;
    const [before, after] = [given.get(binding), locals.get(binding)];
    if (!before || !after || after === before) return;
    // What walks folders adds to the list of files that it was given.
    const isFilled =
      after.kind === "object"
        ? after.fields.length <= MAXIMUM_FIELDS
        : after.kind === "array" && areFiles(linker, after.items, file);
    if (isFilled) filled.set(position, after);
  });
  return filled.size > 0 ? filled : undefined;
}

/** `found`, `found = []` */
function bindingOf(pattern: Pattern): number | undefined {
  if (pattern.kind === "default") return bindingOf(pattern.pattern);
  return pattern.kind === "binding" ? pattern.binding : undefined;
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
