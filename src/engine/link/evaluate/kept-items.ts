/** What `filter` leaves of a list that is written out. */
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, HOLDS_RESULT, holds } from "../terms/marks.ts";
import { someTerm } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import type { Linker } from "./linker.ts";

/**
 * `results`: what the callback gave for each item. Items that stay for some callers alone keep what was asked:
 * `required.filter((one) => !session.permissions.includes(one))`.
 */
export function keptItems({ terms }: Linker, list: Term & { readonly kind: "array" }, results: readonly Term[]): Term {
  if (list.items.length > 0 && results.every((result) => truth(result) === false)) return terms.none();
  return terms.array(
    list.items.flatMap((item, index) => {
      const result = results[index] ?? terms.unknown([]);
      const stays = truth(result);
      if (stays === false) return [];
      if (stays === true || !restsOnCredentialOrAnswer(result)) return [item];
      return [terms.operation("?:", [result, item, terms.undefined])];
    }),
  );
}

/** The item of a filtered list, where it stays. */
export function stayingItem(item: Term): Term {
  return isKeptWhere(item) ? (item.parts[1] ?? item) : item;
}

/** What `map` makes of the items is there where they are. */
export function madeOfKept({ terms }: Linker, list: Term & { readonly kind: "array" }, made: readonly Term[]): Term {
  return terms.array(
    made.map((one, index) => {
      const item = list.items[index];
      const [test] = item && isKeptWhere(item) ? item.parts : [];
      return test ? terms.operation("?:", [test, one, terms.undefined]) : one;
    }),
  );
}

function isKeptWhere(item: Term): item is Term & { readonly kind: "operation" } {
  return item.kind === "operation" && item.operator === "?:" && item.parts[2]?.kind === "undefined";
}

/** Asked of a credential, or of what a system or a package gave back. */
function restsOnCredentialOrAnswer(test: Term): boolean {
  return (
    holds(test, HOLDS_CREDENTIAL | HOLDS_RESULT) ||
    someTerm(test, (part) => part.kind === "external" && part.arguments !== undefined)
  );
}
