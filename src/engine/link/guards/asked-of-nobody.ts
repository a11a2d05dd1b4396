/** Rights that are asked for only where there is nobody who could have them: `!user && user.role !== "admin"`. */
import type { Branch, CheckEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { ROLE_FIELD } from "../../vocabulary/role-field.ts";
import { lastName } from "../terms/last-name.ts";
import { partsOf } from "../terms/terms.ts";

/** What the test comes to (`!user`): whoever is there passes, whatever the rest of it asks. Undefined where it asks that of all. */
export function askedOfNobody({ test, stopsWhen }: CheckEvent): Term | undefined {
  if (!stopsWhen || test.kind !== "operation" || test.operator !== "&&") return undefined;
  const [left, ...rest] = test.parts;
  const person = left?.kind === "operation" && left.operator === "!" ? left.parts[0] : undefined;
  return person && rest.some((part) => asksOf(part, person, new Set())) ? left : undefined;
}

/** What is looked up only where the person is missing (`person ? [] : await teamsOf(caller)`) is asked of somebody else. */
function asksOf(part: Term, person: Term, seen: Set<Term>): boolean {
  if (isOf(part, person)) return true;
  if (seen.has(part)) return false;
  seen.add(part);
  // `!user && !(!user && isOpen)`: it only says again that there is nobody.
  if (part.kind === "operation" && part.operator === "!" && part.parts[0] === person) return false;
  const parts = part.kind === "operation" && part.operator === "?:" ? part.parts.slice(1) : partsOf(part);
  return parts.some((one) => asksOf(one, person, seen));
}

/**
 * What is refused of a right that was asked for: `if (!user || user.role !== "admin") { if (!user) return refuse(); }` turns
 * away nobody who is there. Gives the branch in which the check stands so.
 */
export function narrowedRight({ test, stopsWhen, scopes }: CheckEvent): Branch | undefined {
  const branch = scopes.at(-1);
  if (!stopsWhen || branch?.kind !== "branch" || !branch.nests || !branch.when) return undefined;
  const asked = branch.test;
  if (asked.kind !== "operation" || asked.operator !== "||") return undefined;
  const [left, ...rest] = asked.parts;
  return left === test && test.kind === "operation" && test.operator === "!" && rest.some(isOfRight)
    ? branch
    : undefined;
}

/** `user.role !== "admin"` */
function isOfRight(part: Term): boolean {
  return (
    part.kind === "operation" &&
    ((part.operator === "!" && part.parts.some(isOfRight)) ||
      (/^(?:[!=]==|includes)$/.test(part.operator) && part.parts.some((side) => ROLE_FIELD.test(lastName(side)))))
  );
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
