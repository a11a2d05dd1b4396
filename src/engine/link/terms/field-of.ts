/** Fields of objects that the code writes out. */
import type { Term } from "../../model/term.ts";

/** What the object has under the name, the last where several stand there; undefined where it is not there or cannot be told. */
export function fieldOf(term: Term | undefined, name: string): Term | undefined {
  return term?.kind === "object" ? term.fields.findLast(({ key }) => key === name)?.value : undefined;
}
