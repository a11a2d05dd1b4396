/** What the effects of an entry point gave back. */
import type { Term } from "../../model/term.ts";
import { oncePerEntry } from "./once.ts";

export const resultsOf = oncePerEntry<ReadonlySet<Term>>(
  (entry) => new Set(entry.effects.map((effect) => effect.result)),
);
