/** Checks of a path by what they test: it may have thousands. */
import type { CheckEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";

/** In the order they stand. */
export function checksOf(path: Path, test: Term): readonly CheckEvent[] {
  let byTest = known.get(path);
  if (!byTest) {
    byTest = new Map();
    known.set(path, byTest);
    for (const event of path.events) {
      if (event.kind !== "check") continue;
      const same = byTest.get(event.test);
      if (same) same.push(event);
      else byTest.set(event.test, [event]);
    }
  }
  return byTest.get(test) ?? [];
}

const known = new WeakMap<Path, Map<Term, CheckEvent[]>>();
