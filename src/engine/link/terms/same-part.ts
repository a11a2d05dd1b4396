import type { Term } from "../../model/term.ts";

/** One part of the request, whether a guard read it of the request or the handler was given it. */
export function isSamePart(proven: Term, id: Term): boolean {
  if (proven === id) return true;
  if (proven.kind !== "input" || id.kind !== "input" || proven.source !== id.source) return false;
  return proven.path.length === id.path.length && proven.path.every((name, index) => name === id.path[index]);
}
