/** Handlers that are methods of a package's value: a service of a database adapter answers by itself. */
import type { HandlerShape } from "../../frameworks/define-framework.ts";
import type { Place, Term } from "../../model/term.ts";
import { parametersOf } from "../adapters/term-view.ts";
import { invoke } from "../evaluate/call.ts";
import { createActivation, factsOf, type Linker } from "../evaluate/linker.ts";
import type { Block } from "../evaluate/steps.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";

/** What the call does that the framework makes; undefined where no adapter knows it. */
export function packageHandler(
  linker: Linker,
  term: Term,
  place: Place,
  shape: HandlerShape | undefined,
  framework: string,
): Block | undefined {
  if (term.kind !== "external" || term.arguments || !linker.adapters.call(term.package, term.path)) return undefined;
  const facts = factsOf(linker, place.file);
  if (!facts) return undefined;
  const activation = createActivation(place.file, facts, 0, NOTHING_CAPTURED, undefined);
  const name = term.path.at(-1) ?? "";
  invoke(linker, activation, {
    target: term,
    object: term.base,
    name,
    arguments: parametersOf(linker, shape?.parameters ?? [], framework, undefined, place.file),
    expression: { kind: "call", callee: { kind: "undefined", at: place.at }, arguments: [], new: false, at: place.at },
    text: name,
    place,
  });
  return { steps: activation.steps, ends: "falls" };
}
