/** Which loops are run item by item. */
import type { Term } from "../model/term.ts";
import { alternatives } from "./members.ts";
import { MAXIMUM_UNROLLED } from "./run.ts";

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
