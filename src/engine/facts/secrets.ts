/**
 * Keeps candidate secrets out of the facts: where a literal may be one, its place is noted and its value masked.
 *
 * Facts are cached on disk. What counts as a candidate is decided in `../secrets/plausible/candidate.ts`.
 */
import { secretCandidate } from "../secrets/plausible/candidate.ts";
import type { LiteralExpression, SecretCandidate, Span } from "./file-facts.ts";
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

/**
 * Index of the candidate noted for a text; -1 for an ordinary one.
 *
 * @param inQuery It is a piece of a query.
 * @param names What it goes by, innermost first.
 */
export function noteSecret(
  walk: Walk,
  value: string,
  at: Span,
  inQuery?: boolean,
  names: readonly string[] = literalNames(walk),
): number {
  if (value.length < SHORTEST) return -1;
  const candidate = secretCandidate(value, names, "", inQuery);
  if (candidate === undefined) return -1;
  if (isTelling(value, candidate)) walk.masked.set(value, candidate.masked);
  walk.secrets.push({ at, ...candidate });
  return walk.secrets.length - 1;
}

/** A text of a template or key: itself, or its mask. */
export function maskedText(walk: Walk, value: string, at: Span, inQuery?: boolean): string {
  const secret = noteSecret(walk, value, at, inQuery);
  return secret < 0 ? value : walk.secrets[secret]!.masked;
}

/** The `b` of `a["b"]`: it names what is read, so that `const csrfToken = headers["csrf-token"]` holds no secret. */
export function maskedIndex(walk: Walk, value: string, at: Span): string {
  const secret = noteSecret(walk, value, at, false, []);
  return secret < 0 ? value : walk.secrets[secret]!.masked;
}

/**
 * Masks a value wherever else it stands in the file, where nothing calls it a secret: a password of a seed that is used
 * twice. Facts without such values are given back as they are.
 */
export function maskedEverywhere<Facts>(walk: Walk, facts: Facts): Facts {
  if (walk.masked.size === 0) return facts;
  const values = [...walk.masked];
  const inside = (part: unknown): unknown => {
    if (typeof part === "string") {
      let text = part;
      for (const [value, masked] of values) if (text.includes(value)) text = text.replaceAll(value, masked);
      return text;
    }
    if (part === null || typeof part !== "object") return part;
    if (Array.isArray(part)) {
      const items = part.map(inside);
      return items.some((item, index) => item !== part[index]) ? items : part;
    }
    const fields = Object.entries(part);
    const changed = fields.map(([name, field]) => [name, inside(field)] as const);
    return changed.some(([, field], index) => field !== fields[index]?.[1]) ? Object.fromEntries(changed) : part;
  };
  return inside(facts) as Facts;
}

/** No word that may as well be a column, an algorithm or an address: those are masked at their place alone. */
function isTelling(value: string, { provider, shape }: Omit<SecretCandidate, "at">): boolean {
  if (provider !== undefined) return true;
  const { digit, lower, upper } = shape.classes;
  if (value.length < SHORTEST_TELLING || !digit || !(lower || upper)) return false;
  return !shape.wordlike || IN_PASSWORDS.test(value);
}

const SHORTEST_TELLING = 6;

/** What people put into passwords, and not into names: `Winter2024!`. */
const IN_PASSWORDS = /[!@#$%^&*?+=~]/;
