/** Checks that go on only where something is set: `if (!booking.isCommitted || !booking.isPaid) return`. */
import type { Term } from "../../model/term.ts";
import { alternatives } from "../evaluate/members.ts";
import { containsTerm } from "../terms/terms.ts";
import { columnOf } from "./columns-of-row.ts";

/** All that the test asks of the row, to come out so, is that columns of it are set: nothing is compared or must be missing. */
export function asksForSet(test: Term, holds: boolean, row: Term): boolean {
  if (!containsTerm(test, row)) return true;
  if (test.kind === "operation") {
    const [first] = test.parts;
    if (test.operator === "!") return first !== undefined && asksForSet(first, !holds, row);
    return JOINS.has(test.operator) && test.parts.every((part) => asksForSet(part, holds, row));
  }
  return holds && alternatives(test).every((one) => !containsTerm(one, row) || columnOf(one, row) !== undefined);
}

const JOINS: ReadonlySet<string> = new Set(["&&", "||", "??"]);
