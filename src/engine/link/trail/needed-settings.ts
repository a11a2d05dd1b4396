/**
 * Environment variables that a path needs without reading them itself: its client was made with them when the module was
 * read, `const secret = process.env.JWT_SECRET` stands beside the handler.
 */
import type { Handler } from "../../frameworks/define-framework.ts";
import type { PathEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_ENVIRONMENT, holds } from "../terms/marks.ts";
import { partsOf } from "../terms/terms.ts";

/** `read` are those that the path reads. */
export function neededSettings(
  read: Iterable<string>,
  events: readonly PathEvent[],
  handlers: readonly Handler[],
): readonly string[] {
  const needed = new Set(read);
  const note = (term: Term | undefined): void => {
    if (term && holds(term, HOLDS_ENVIRONMENT)) for (const name of settingsWithin(term)) needed.add(name);
  };
  for (const { term } of handlers) if (term.kind === "external") note(term);
  for (const event of events) {
    switch (event.kind) {
      case "effect":
        note(event.result);
        break;
      case "guard":
      case "opaque":
        note(event.call.callee);
        event.call.arguments.forEach(note);
        break;
      case "check":
        note(event.test);
        break;
      case "respond":
        note(event.value);
    }
  }
  return [...needed];
}

/** Terms never change: what is in one is worked out once. */
const known = new WeakMap<Term, ReadonlySet<string>>();

function settingsWithin(term: Term): ReadonlySet<string> {
  const found = known.get(term);
  if (found) return found;
  const names = new Set<string>();
  known.set(term, names);
  if (term.kind === "environment") names.add(term.name);
  for (const part of partsOf(term))
    if (holds(part, HOLDS_ENVIRONMENT)) for (const name of settingsWithin(part)) names.add(name);
  return names;
}
