/** An expression of one file as code for another. */
import type { Expression } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { importFrom } from "./names-in-reach.ts";
import type { SourceText } from "./source-text.ts";
import { deep, expressionsIn, sameSpan } from "./visit-facts.ts";

/** The expression with its names as they are called in the other file; undefined where one cannot be had there. */
export function movedInto(
  model: ServiceModel,
  place: Place,
  into: SourceText,
): { readonly text: string; readonly edits: readonly Edit[] } | undefined {
  const facts = model.facts(place.file);
  const expression = facts && [...expressionsIn(facts)].find((one) => sameSpan(one.at, place.at));
  if (!facts || !expression || !movable(expression)) return undefined;
  const text = model.text(place.file)?.slice(...place.at) ?? "";
  const edits: Edit[] = [];
  const names: { readonly at: readonly [number, number]; readonly local: string }[] = [];
  for (const part of deep([expression])) {
    if (part.kind !== "name" || part.binding < 0) continue;
    if (facts.bindings[part.binding]?.owner !== 0) return undefined;
    const imported = importFrom(model, place.file, part.name, into);
    if (!imported) return undefined;
    edits.push(...imported.edits);
    names.push({ at: part.at, local: imported.local });
  }
  // `x!` ends behind its mark, which facts leave out.
  const behind = model.text(place.file)?.slice(place.at[1], place.at[1] + 2) ?? "";
  const isMarked = behind[0] === "!" && behind[1] !== "=" && /\.[cm]?tsx?$/.test(into.file);
  let moved = isMarked ? `${text}!` : text;
  for (const { at, local } of names.sort((a, b) => b.at[0] - a.at[0])) {
    moved = moved.slice(0, at[0] - place.at[0]) + local + moved.slice(at[1] - place.at[0]);
  }
  return { text: moved, edits };
}

/** No functions written in place: those may use what is around them. */
function movable(expression: Expression): boolean {
  for (const part of deep([expression]))
    if (part.kind === "function" || part.kind === "this" || part.kind === "unknown") return false;
  return true;
}
