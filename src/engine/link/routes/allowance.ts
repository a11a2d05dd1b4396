/**
 * How many functions may be run, for each root (a module, an entry point) and for all of its kind together: whatever a
 * service looks like, reading it comes to an end. Runs are counted and not timed, so every host cuts at the same place.
 */
import type { Linker } from "../evaluate/linker.ts";

/** Functions evaluated per entry point, module or plug-in before the walk is cut. */
export const BUDGET = 6_000;
/** The same where a program starts: one function may put all of it together. */
export const START_BUDGET = 24_000;
/** What a function may spend that only calls something by a name that registers, and starts no application. */
export const NAME_BUDGET = 1_500;

/** What is left for all roots of a kind, and what each may spend once nothing is. */
export interface Allowance {
  left: number;
  readonly least: number;
}

/** For the modules' top level, and for what starts with them. */
export const forStart = (): Allowance => ({ left: 120_000, least: 600 });
/** For functions that nobody calls and that may register something. */
export const forNames = (): Allowance => ({ left: 24_000, least: 100 });
/** For the paths of all entry points. */
export const forEntries = (): Allowance => ({ left: 120_000, least: 60 });

/** For pages, which are read last: what they need is not missing elsewhere. */
export const forPages = (): Allowance => ({ left: 40_000, least: 60 });

/** What one of so many entry points that are still to be read may spend: most need little, and a few need much. */
export function shareOf({ left }: Allowance, remaining: number): number {
  return Math.min(BUDGET, Math.ceil((left / Math.max(1, remaining)) * MAXIMUM_SHARES));
}

/** An entry point may spend what so many of them would have on average. */
const MAXIMUM_SHARES = 48;

/** Runs a root with what it may spend. */
export function spending<Result>(linker: Linker, allowance: Allowance, most: number, run: () => Result): Result {
  const given = Math.max(allowance.least, Math.min(most, allowance.left));
  linker.budget = given;
  const result = run();
  // What one root is given for another one on the way counts as well.
  allowance.left -= Math.max(0, given - linker.budget);
  return result;
}
