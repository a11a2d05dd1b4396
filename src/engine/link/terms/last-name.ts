/** The name that a value was read by: `total` of `order.total`, `find()` of `orders.find(id)`. */
import type { Term } from "../../model/term.ts";

/** Empty where it was not read by one. */
export function lastName(term: Term): string {
  if (term.kind === "member") return term.name;
  return term.kind === "input" || term.kind === "external" ? (term.path.at(-1) ?? "") : "";
}
