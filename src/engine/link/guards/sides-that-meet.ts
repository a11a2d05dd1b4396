/**
 * What is asked on both sides of a branch is asked of everybody who comes behind it:
 * `if (key) { if (!(await find(key))) throw … } else verify(token);`
 */
import type { Guard, GuardKind } from "../../model/guard.ts";
import type { Branch, Path } from "../../model/path.ts";
import { branchesOf } from "./branches.ts";

/** Branches in branches that are looked at. */
const MAXIMUM_LEVELS = 3;

/** Copies of guards that stand on both sides of a branch, for what comes behind it. */
export function askedOnBothSides(path: Path, guards: readonly Guard[]): readonly Guard[] {
  const branches = branchesOf(path);
  const found: Guard[] = [];
  let asking: readonly Guard[] = guards.filter(isOfCaller);
  for (let level = 0; asking.length > 1 && level < MAXIMUM_LEVELS; level++) {
    const held = heldBehind(asking, branches);
    found.push(...held);
    asking = level === 0 ? [...asking, ...held] : held;
  }
  return found;
}

function isOfCaller({ kind, taken, visitorsPass, scopes }: Guard): boolean {
  return (kind === "authentication" || kind === "role") && !taken && !visitorsPass && scopes.length > 0;
}

interface Sides {
  readonly yes: Guard[];
  readonly no: Guard[];
}

function heldBehind(guards: readonly Guard[], branches: ReadonlyMap<number, Branch>): readonly Guard[] {
  const sides = new Map<string, Sides>();
  for (const guard of guards) {
    const branch = branches.get(guard.scopes.at(-1) ?? -1);
    if (!branch) continue;
    const { file, at } = branch.place;
    const key = [...guard.scopes.slice(0, -1), file, at[0], branch.test.id].join();
    const both = sides.get(key) ?? { yes: [], no: [] };
    both[branch.when ? "yes" : "no"].push(guard);
    sides.set(key, both);
  }
  return [...sides.values()].flatMap(bothAsked);
}

function bothAsked({ yes, no }: Sides): readonly Guard[] {
  const [one] = yes;
  const [other] = no;
  if (!one || !other) return [];
  const isRole = (guards: readonly Guard[]): boolean => guards.some(({ kind }) => kind === "role");
  // Of two proofs the weaker one holds for whoever comes by.
  const kind: GuardKind = isRole(yes) && isRole(no) ? "role" : "authentication";
  const all = [...yes, ...no];
  return [
    {
      ...one,
      kind,
      scopes: one.scopes.slice(0, -1),
      order: Math.max(...all.map(({ order }) => order)),
      detail: kind === "role" ? all.flatMap((guard) => (guard.kind === "role" ? guard.detail : [])) : [],
      proves: all.flatMap(({ proves }) => proves),
    },
  ];
}
