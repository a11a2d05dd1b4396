/**
 * Keeps candidate secrets out of the facts: where a literal may be one, its place is noted and its value masked.
 *
 * Facts are cached on disk. What counts as a candidate is decided in `../secrets/plausible/candidate.ts`.
 */
import { secretCandidate } from "../secrets/plausible/candidate.ts";
import type { LiteralExpression, Span } from "./file-facts.ts";
import { literalNames } from "./literal-names.ts";
import type { Walk } from "./walk.ts";

/** Shorter texts are never asked about: no secret worth the name has fewer characters. */
const SHORTEST = 4;

/** Longer texts are cut in the facts: nothing that decides anything is that long. */
const LONGEST = 20_000;

/** The literal for a text, masked where it may be a secret. */
export function textLiteral(walk: Walk, value: string, at: Span): LiteralExpression {
  const secret = noteSecret(walk, value, at);
  if (secret >= 0) return { kind: "literal", value: walk.secrets[secret]!.masked, secret, at };
  return { kind: "literal", value: value.length > LONGEST ? value.slice(0, LONGEST) : value, at };
}

/** Index of the candidate noted for a text; -1 for an ordinary one. `inQuery`: it is a piece of a query. */
export function noteSecret(walk: Walk, value: string, at: Span, inQuery?: boolean): number {
  if (value.length < SHORTEST) return -1;
  const candidate = secretCandidate(value, literalNames(walk), "", inQuery);
  if (candidate === undefined) return -1;
  walk.secrets.push({ at, ...candidate });
  return walk.secrets.length - 1;
}

/** A text of a template or key: itself, or its mask. */
export function maskedText(walk: Walk, value: string, at: Span, inQuery?: boolean): string {
  const secret = noteSecret(walk, value, at, inQuery);
  return secret < 0 ? value : walk.secrets[secret]!.masked;
}
