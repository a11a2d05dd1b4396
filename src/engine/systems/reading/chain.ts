/** The calls of a fluent chain, and the conditions and tables they name. */
import type { Term, TermField } from "../../model/term.ts";
import type { CallView, TermMaker } from "../define-system.ts";
import { literalText } from "./terms.ts";

export interface ChainCall {
  readonly name: string;
  readonly arguments: readonly Term[];
}

/** Calls from the client to this one, in order: `where`, `andWhere`, `update`. */
export function chainOf(call: CallView): readonly ChainCall[] {
  const last = { name: call.path.at(-1) ?? "", arguments: call.arguments };
  return [...callsTo(call.receiver, call.path.length - 1), last];
}

/** Calls that made the value, in order. `segments`: how far back from it. */
export function callsTo(made: Term | undefined, segments = Number.POSITIVE_INFINITY): readonly ChainCall[] {
  const found: ChainCall[] = [];
  let left = segments;
  for (let term = made; term?.kind === "external" && left > 0; term = term.base, left--) {
    const last = term.path.at(-1);
    if (last?.endsWith("()") && term.arguments) found.push({ name: last.slice(0, -2), arguments: term.arguments });
  }
  return found.reverse();
}

/** The calls of these names. */
export function named(chain: readonly ChainCall[], ...names: readonly string[]): readonly ChainCall[] {
  return chain.filter((call) => names.includes(call.name));
}

const EQUAL = new Set(["=", "==", "===", "is", "eq"]);

/**
 * Conditions as one object, like the `where` of an ORM: `where({ id })`, `where("id", id)`, `where("n", ">", 5)`,
 * `whereIn("id", ids)`. What cannot be read is a spread of the unknown.
 */
export function conditionsOf(terms: TermMaker, conditions: readonly ChainCall[]): Term | undefined {
  if (conditions.length === 0) return undefined;
  return terms.object(conditions.flatMap((condition) => conditionFields(terms, condition)));
}

function conditionFields(terms: TermMaker, { name, arguments: args }: ChainCall): readonly TermField[] {
  const [first, second, third] = args;
  if (first?.kind === "object") return first.fields;
  const column = columnName(first);
  if (column === undefined) return [{ value: terms.unknown([...args]) }];
  if (/^(?:where|orWhere)?(?:not)?null$/i.test(name)) return [{ key: column, value: terms.literal(null) }];
  if (second === undefined) return [{ value: terms.unknown([...args]) }];
  if (third !== undefined) {
    const operator = literalText(second) ?? "?";
    return [
      { key: column, value: EQUAL.has(operator) ? third : terms.operation(operator, [terms.unknown([]), third]) },
    ];
  }
  const equal = /^(?:where|andWhere|eq|match|equals|is|first)$/.test(name);
  return [{ key: column, value: equal ? second : terms.operation(name, [terms.unknown([]), second]) }];
}

/** `orders.id` as `id`. */
export function columnName(term: Term | undefined): string | undefined {
  const text = literalText(term);
  return text !== undefined && /^[\w".`]+$/.test(text) ? text.split(".").at(-1)?.replace(/["`]/g, "") : undefined;
}

/** Table of `orders`, `orders as o`, `public.orders`. */
export function tableName(text: string | undefined): { readonly target?: string } {
  const name = text
    ?.trim()
    .split(/\s+(?:as\s+)?/i)[0]
    ?.split(".")
    .at(-1);
  return name ? { target: `=${name}` } : {};
}

/** A reference to nothing: the key that a chain could have named and did not is absent. */
export const NOT_GIVEN = "$nothing().0";
