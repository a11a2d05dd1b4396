/**
 * Yes or no, as whichever of several functions gives it: `found.isFailed()` of `row ? Result.ok(row) : Result.fail("gone")`
 * asks whether the row is missing.
 */
import type { Term } from "../../model/term.ts";
import { isFlag } from "../terms/truth.ts";
import type { Linker } from "./linker.ts";

/** What was called chosen by the same tests; undefined where something else than yes or no came of it. */
export function flagOnWays(linker: Linker, called: Term, given: ReadonlyMap<Term, Term | undefined>): Term | undefined {
  if (![...given.values()].every((one) => one !== undefined && isFlag(one))) return undefined;
  return onWays(linker, called, given);
}

/** Undefined for what was not called. */
function onWays(linker: Linker, called: Term, given: ReadonlyMap<Term, Term | undefined>): Term | undefined {
  const { terms } = linker;
  const known = given.get(called);
  if (known) return known;
  if (called.kind === "choice") {
    const options = called.options.flatMap((option) => onWays(linker, option, given) ?? []);
    return options.length > 0 ? terms.choice(options) : undefined;
  }
  const [test, yes, no] = called.kind === "operation" && called.operator === "?:" ? called.parts : [];
  if (!test || !yes || !no) return undefined;
  const [ifSo, ifNot] = [onWays(linker, yes, given), onWays(linker, no, given)];
  return ifSo && ifNot ? terms.operation("?:", [test, ifSo, ifNot]) : (ifSo ?? ifNot);
}
