/** Middleware that a handler gets behind its own line: `handler.use(authenticated())`. https://middy.js.org/docs/api/usage */
import type { Term } from "../../model/term.ts";
import type { Registry, TermView } from "../define-framework.ts";

/** Keeps the call with the handler that it was made on. */
export function keepStep(call: Term, model: Registry, terms: TermView): void {
  model.keep(STEPS, terms.array([...terms.items(model.kept(STEPS)), call]));
}

/** Those that no part of the handler's own line is, in their order. */
export function stepsOf(handler: Term, model: Registry, terms: TermView): readonly Term[] {
  const line: Term[] = [];
  for (let part: Term | undefined = handler; part?.kind === "external"; part = part.base) line.push(part);
  const kept = line.flatMap((part) => terms.items(model.on(part).kept(STEPS)));
  return [...new Set(kept)].filter((step) => !line.includes(step));
}

const STEPS = "steps";
