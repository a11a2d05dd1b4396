/** Where a document stands: collections and the ids in them by turns, `users/${id}/orders`, `collection("users").doc(id)`. */
import type { Term, TermField } from "../../model/term.ts";
import type { TermMaker } from "../define-system.ts";
import { textWithHoles } from "./terms.ts";

/** A part of a path that is text, or the value that stands there. */
export type PathPart = string | Term;

const HOLE = "\u0000";
const STEPS = /^(?:collection|doc)\(\)$/;

/** `users/${id}` as its parts; a value that is no text is a part of its own. */
export function partsOf(terms: TermMaker, term: Term): readonly PathPart[] {
  const read = textWithHoles(term, HOLE);
  if (!read) return [term];
  const holes = [...read.holes];
  return read.text
    .split("/")
    .filter((part) => part !== "")
    .map((part) => {
      const inside = holes.splice(0, part.split(HOLE).length - 1);
      if (inside.length === 0) return part;
      return part === HOLE ? (inside[0] as Term) : terms.unknown(inside);
    });
}

/** Every part on the way to a reference: of the calls `collection` and `doc` that made it. */
export function documentPath(terms: TermMaker, reference: Term | undefined): readonly PathPart[] {
  const found: PathPart[] = [];
  for (let term = reference; term?.kind === "external"; term = term.base) {
    if (!STEPS.test(term.path.at(-1) ?? "")) continue;
    found.unshift(...(term.arguments?.[0] ? partsOf(terms, term.arguments[0]) : [terms.unknown([])]));
  }
  return found;
}

/**
 * The documents that the path leads through to the innermost collection, `users: id` for `users/${id}/orders`: those that
 * are not simply named by the request.
 */
export function parentsIn(path: readonly PathPart[], isDocument: boolean): readonly TermField[] {
  const above = path.slice(0, isDocument ? -2 : -1);
  return above.flatMap((part, index) => {
    const key = above[index - 1];
    return typeof part !== "string" && typeof key === "string" && isKnown(part) ? [{ key, value: part }] : [];
  });
}

/** The caller, or what was found or made; the caller's team is many people. */
function isKnown(value: Term): boolean {
  if (value.kind === "external") return true;
  if (value.kind !== "input" || (value.source !== "identity" && value.source !== "session")) return false;
  return /^(?:_?id|uid|sub|user_?id|email)$/i.test(value.path.at(-1) ?? "id");
}
