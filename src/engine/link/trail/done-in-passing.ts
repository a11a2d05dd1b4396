import type { Place } from "../../model/term.ts";
import type { ExternalTerm } from "../adapters/call-view.ts";
import { readEffects } from "../adapters/read-effects.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Step } from "../evaluate/steps.ts";

/** What a package's middleware does with every request that passes it: `upload.single("photo")` stores a file. */
export function doneInPassing(
  linker: Linker,
  middleware: ExternalTerm,
  text: string,
  place: Place,
): readonly Extract<Step, { kind: "effect" }>[] {
  const match = linker.adapters.call(middleware.package, middleware.path);
  if (match?.key === undefined) return [];
  const call = { text, callee: middleware, arguments: [], place };
  return readEffects(linker, match, call, middleware).filter((step) => step.kind === "effect");
}
