/** Writes that nothing limits. */
import type { Term } from "../../model/term.ts";
import type { CallDefinition } from "../define-system.ts";

/** The fact for a write that is given no condition, or an empty one. */
export function unlimited(condition: Term | undefined): Pick<CallDefinition, "unlimited"> {
  const isNone = condition === undefined || condition.kind === "undefined";
  const isEmpty = condition?.kind === "object" && condition.fields.length === 0;
  return isNone || isEmpty ? { unlimited: true } : {};
}
