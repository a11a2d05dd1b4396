/** Whether a value is a count that goes up or down by one: views, likes. */
import type { Term } from "../../model/term.ts";

export function isOneMore(value: Term): boolean {
  if (value.kind !== "operation") return false;
  if (value.operator === "++" || value.operator === "--") return true;
  if (value.operator !== "+" && value.operator !== "-") return false;
  return value.parts.some((part) => part.kind === "literal" && part.value === 1);
}
