/** `row.ownerId.equals(user.id)`: a method of ids, dates and buffers that compares as `===` does. */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";

/** The comparison that such a call is; undefined where it is another call. */
export function comparedByMethod({ terms }: Linker, target: Term, given: readonly Term[]): Term | undefined {
  const [other] = given;
  if (!other || given.length !== 1) return undefined;
  const value = comparedBy(target);
  return value && terms.operation("===", [value, other]);
}

/** A field of a row or a made id: a builder's own call (`where("age").equals(21)`) is none. */
function comparedBy(target: Term): Term | undefined {
  if (target.kind === "member") return target.name === "equals" ? target.of : undefined;
  if (target.kind !== "external" || target.path.at(-1) !== "equals" || target.base?.kind !== "external")
    return undefined;
  const { path } = target.base;
  const last = path.at(-1) ?? "";
  const isField = !last.endsWith(")") && path.some((part) => part.endsWith(")"));
  return isField || last.startsWith("new ") ? target.base : undefined;
}
