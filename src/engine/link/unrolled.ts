/** Which loops are run item by item. */
import type { Term } from "../model/term.ts";
import { alternatives } from "./members.ts";

/** Loops over literal lists up to this length are run item by item. */
export const MAXIMUM_UNROLLED = 64;

/** Lists of routes are longer than lists of values. */
const MAXIMUM_WITH_FUNCTIONS = 400;

/** True where a callback is run for each item of its own. */
export function isUnrolled(list: Term & { readonly kind: "array" }): boolean {
  if (list.items.length <= MAXIMUM_UNROLLED) return true;
  return list.items.length <= MAXIMUM_WITH_FUNCTIONS && list.items.every(bringsFunction);
}

function bringsFunction(item: Term): boolean {
  return item.kind === "object" && item.fields.some(({ value }) => alternatives(value).some(isFunction));
}

function isFunction(term: Term): boolean {
  return term.kind === "function";
}

/** The pairs that a `new Map([[key, value], …])` was made with, also through `entries()`. */
export function listOfMap(value: Term): (Term & { readonly kind: "array" }) | undefined {
  if (value.kind !== "external" || value.package !== "global:Map") return undefined;
  if (value.path.at(-1) === "entries()") return value.base && listOfMap(value.base);
  const [pairs] = value.path.length === 1 ? (value.arguments ?? []) : [];
  return pairs?.kind === "array" ? pairs : undefined;
}
