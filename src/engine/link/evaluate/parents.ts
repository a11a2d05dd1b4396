/** The classes that a class extends. */
import type { Term } from "../../model/term.ts";
import { evaluate } from "./evaluate.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

type ClassTerm = Term & { readonly kind: "class" };

/** Classes that may extend each other in a row. */
const MAXIMUM_PARENTS = 8;

/** The class, then those it extends, the nearest first, as far as the service's own code has them. */
export function* classesAbove(linker: Linker, of: Term | undefined): Generator<ClassTerm, void> {
  let current = of;
  for (let depth = 0; current?.kind === "class" && depth < MAXIMUM_PARENTS; depth++) {
    yield current;
    current = parentOf(linker, current);
  }
}

/** The class of a package that stands above all of the service's own. */
export function packageClassAbove(linker: Linker, of: Term): (Term & { readonly kind: "external" }) | undefined {
  let current: Term | undefined = of;
  for (const one of classesAbove(linker, of)) current = parentOf(linker, one);
  return current?.kind === "external" ? current : undefined;
}

/** The class a class extends, mixin calls looked through. */
export function parentOf(linker: Linker, of: ClassTerm): Term | undefined {
  return linker.memo.get(
    `parent ${of.id}`,
    () => readParent(linker, of),
    () => undefined,
  );
}

function readParent(linker: Linker, of: ClassTerm): Term | undefined {
  const facts = factsOf(linker, of.file);
  const extended = facts?.classes[of.index]?.extends;
  if (!facts || !extended) return undefined;
  const term = extendedBy(
    linker,
    evaluate(linker, createActivation(of.file, facts, 0, of.captured, undefined), extended),
  );
  return alternatives(term).find((option) => option.kind === "class" || option.kind === "external") ?? term;
}

/** A call of a package may give the class that it is given, with more members: `extends softDelete(visibility(Model))`. */
function extendedBy(linker: Linker, term: Term): Term {
  if (term.kind !== "external" || !term.arguments) return term;
  const position = linker.adapters.extended(term.package, term.path);
  if (position !== undefined) return term.arguments[position] ?? term;
  // What an unknown package makes of one class is that class.
  const classes = linker.adapters.knows(term.package) ? [] : term.arguments.map((one) => extendedBy(linker, one));
  const [only, ...more] = classes.filter(isClass);
  return only && more.length === 0 ? only : term;
}

function isClass(term: Term): boolean {
  return (
    term.kind === "class" || (term.kind === "external" && !term.arguments && /^[A-Z]/.test(term.path.at(-1) ?? ""))
  );
}
