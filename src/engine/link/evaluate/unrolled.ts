/** Which loops are run item by item. */
import type { Term } from "../../model/term.ts";
import { isFlag } from "../terms/truth.ts";
import { goesOn } from "./built-in-place.ts";
import { OWN_EXPORTS } from "./filled-at-top.ts";
import type { Activation, Linker } from "./linker.ts";
import { alternatives } from "./members.ts";

/**
 * Loops over literal lists, and over the files of a folder, are run item by item up to this length: what registers routes, models
 * or rights. Of 7 public services the longest that any loop of theirs goes through has 92 items; longer lists are data.
 */
export const MAXIMUM_UNROLLED = 96;

/** Lists of routes are longer than lists of values. */
const MAXIMUM_WITH_FUNCTIONS = 400;

/** A key of a table of routes: `"post /orders"`, `"/orders"`. */
export const ADDRESS = /^(?:(?:get|post|put|patch|delete|all)[ :]+)?\/\S*$/i;

/** True where a callback is run for each item of its own. */
export function isUnrolled(list: Term & { readonly kind: "array" }): boolean {
  if (list.items.length <= MAXIMUM_UNROLLED) return true;
  return list.items.length <= MAXIMUM_WITH_FUNCTIONS && list.items.every(bringsFunction);
}

function bringsFunction(item: Term): boolean {
  if (item.kind === "literal") return typeof item.value === "string" && ADDRESS.test(item.value);
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

/**
 * A callback that runs here and now sees the variables around it as they are now: `list = list.concat(item)` in each round
 * of `forEach`. Otherwise nothing is certain of a variable that is set again.
 */
export function asOfNow(linker: Linker, activation: Activation, target: Term): Term {
  if (target.kind !== "function" || target.function.file !== activation.file) return target;
  let captured: Map<number, Term> | undefined;
  for (const [binding, value] of target.captured) {
    const now = activation.locals.get(binding);
    const owner = binding === OWN_EXPORTS ? 0 : activation.facts.bindings[binding]?.owner;
    if (!now || now === value || owner !== activation.functionIndex) continue;
    if (now.kind !== "array" && now.kind !== "object" && !isFlag(now) && !goesOn(linker, now, value)) continue;
    captured ??= new Map(target.captured);
    captured.set(binding, now);
  }
  return captured ? linker.terms.function(target.function, captured, target.self) : target;
}
