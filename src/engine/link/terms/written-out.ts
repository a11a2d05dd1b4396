import type { Term } from "../../model/term.ts";

/** A literal, or a list of literals: `["create", "Order"]` among the policies of a route. */
export function isWrittenOut(item: Term): boolean {
  return item.kind === "literal" || (item.kind === "array" && item.items.every(({ kind }) => kind === "literal"));
}
