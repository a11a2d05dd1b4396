/** Small questions that adapters ask of terms, and the arguments of earlier calls. */
import type { Term } from "../../model/term.ts";

/** The text of a literal string. */
export function literalText(term: Term | undefined): string | undefined {
  return term?.kind === "literal" && typeof term.value === "string" ? term.value : undefined;
}

export function isLiteral(term: Term | undefined, value: string | number | boolean | null): boolean {
  return term?.kind === "literal" && term.value === value;
}

/** A field of an object term; the last of that name. Undefined where it is not there or cannot be told. */
export function field(term: Term | undefined, key: string): Term | undefined {
  return term?.kind === "object" ? term.fields.findLast((one) => one.key === key)?.value : undefined;
}

/** The term that a path of fields leads to. */
export function fieldAt(term: Term | undefined, ...path: readonly string[]): Term | undefined {
  return path.reduce<Term | undefined>((inside, key) => field(inside, key), term);
}

/** Keys of an object term, spreads left out. */
export function keysOf(term: Term | undefined): readonly string[] {
  return term?.kind === "object" ? term.fields.flatMap(({ key }) => key ?? []) : [];
}

/** Objects that a list is made of, also where it was made by `map` or chosen. */
export function objectsIn(term: Term | undefined): readonly (Term & { readonly kind: "object" })[] {
  switch (term?.kind) {
    case "object":
      return [term];
    case "array":
      return term.items.flatMap(objectsIn);
    case "choice":
      return term.options.flatMap(objectsIn);
    case "unknown":
    case "operation":
      return term.parts.flatMap(objectsIn);
    case "element":
      return objectsIn(term.of);
    default:
      return [];
  }
}

/** What a value may be, conditions dropped: `isTaken ? { decrement: 1 } : { increment: 1 }`. */
export function choicesOf(term: Term): readonly Term[] {
  if (term.kind === "choice") return term.options.flatMap(choicesOf);
  if (term.kind !== "operation") return [term];
  if (term.operator === "?:") return term.parts.slice(1).flatMap(choicesOf);
  return term.operator === "??" || term.operator === "||" ? term.parts.flatMap(choicesOf) : [term];
}

export function itemsOf(term: Term | undefined): readonly Term[] {
  return term?.kind === "array" ? term.items : [];
}

/**
 * Text with a mark for every part that is not literal, and these parts in order; undefined where it is no text at all.
 * Parts that `spell` knows are text too: a table or column object in SQL.
 */
export function textWithHoles(
  term: Term | undefined,
  mark: string,
  spell?: (part: Term) => string | undefined,
): { readonly text: string; readonly holes: readonly Term[] } | undefined {
  if (term?.kind === "literal" && typeof term.value === "string") return { text: term.value, holes: [] };
  if (term?.kind === "text") {
    const holes: Term[] = [];
    const texts = term.parts.map((part) => {
      if (part.kind === "literal") return String(part.value);
      const sum = sumOf(part);
      if (sum !== undefined) return String(sum);
      const spelled = spell?.(part);
      if (spelled !== undefined) return spelled;
      const inside = part.kind === "text" ? textWithHoles(part, mark, spell) : undefined;
      holes.push(...(inside ? inside.holes : [part]));
      return inside ? inside.text : mark;
    });
    return { text: texts.join(""), holes };
  }
  return undefined;
}

/** The number of a parameter, counted from that of a field: `$${index + 2}`. */
function sumOf(term: Term): number | undefined {
  if (term.kind !== "operation" || term.operator !== "+") return undefined;
  const [left, right] = term.parts;
  if (left?.kind !== "literal" || right?.kind !== "literal") return undefined;
  return typeof left.value === "number" && typeof right.value === "number" ? left.value + right.value : undefined;
}

/** What `new X(…)` or `x(…)` of a package made: its last name without parentheses, and its arguments. */
export function made(
  term: Term | undefined,
): { readonly name: string; readonly arguments: readonly Term[] } | undefined {
  if (term?.kind !== "external") return undefined;
  const last = term.path.at(-1);
  if (!last?.endsWith("()")) return undefined;
  return { name: last.replace(/^new /, "").slice(0, -2), arguments: term.arguments ?? [] };
}

/** Whether a chain has a call of this name, the last one included: `insert().values().onConflictDoNothing`. */
export function calls(path: readonly string[], name: string): boolean {
  return path.includes(`${name}()`) || path.at(-1) === name;
}

/** An argument of the nearest call or constructor of this name that a value comes from. */
export function argumentOf(value: Term | undefined, name: string, index: number): Term | undefined {
  for (let term = value; term; ) {
    if (term.kind === "external") {
      const last = term.path.at(-1);
      if (last === `${name}()` || last === `new ${name}()`) return term.arguments?.[index];
      term = term.base;
    } else if (term.kind === "member" || term.kind === "element") {
      term = term.of;
    } else {
      return undefined;
    }
  }
  return undefined;
}
