/** `!user && user.role !== "admin"`: a right that is asked for only where there is nobody who could have it. */
import type { CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { someTerm } from "../terms/terms.ts";

/** What the test comes to (`!user`): whoever is there passes, whatever the rest of it asks. Undefined where it asks that of all. */
export function askedOfNobody({ test, stopsWhen }: CheckEvent): Term | undefined {
  if (!stopsWhen || test.kind !== "operation" || test.operator !== "&&") return undefined;
  const [left, ...rest] = test.parts;
  const person = left?.kind === "operation" && left.operator === "!" ? left.parts[0] : undefined;
  return person && rest.some((part) => someTerm(part, (one) => isOf(one, person))) ? left : undefined;
}

/** The person, or what is asked of them: `user.role`. */
function isOf(part: Term, person: Term): boolean {
  if (part === person) return true;
  return (
    part.kind === "input" &&
    person.kind === "input" &&
    part.source === person.source &&
    person.path.every((name, index) => part.path[index] === name)
  );
}
