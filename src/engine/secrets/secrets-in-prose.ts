/** Keys that a sentence tells: `log("Acme client uses key 9f2c…")`, `// the key is 9f2c…`. */

import { serviceTitle } from "./found-names.ts";
import { entropy, isIdentifierLike, strength } from "./judge/shape.ts";
import { hasWords, isCamelWords, isUuid } from "./judge/value-tests.ts";
import { vendorBefore, vendorOfHost } from "./judge/vendor.ts";
import type { Search } from "./search.ts";

/** Looks at what follows "key" or "token" in the text of a call. */
export function findInProse(search: Search, end: number): void {
  const { text } = search;
  if (search.silent || search.kind !== "code") return;
  const line = text.slice(Math.max(text.lastIndexOf("\n", end) + 1, end - 160), end);
  const isNote = /^\s*(?:\/\/|\*)/.test(line);
  const told = (isNote ? NOTED : QUOTED).exec(text.slice(end, end + 210));
  const value = told?.[1];
  if (told === null || value === undefined || !isRandom(value)) return;
  if (!isNote && !/[("'`][^"'`]{0,120}$/.test(line)) return;
  const start = end + told[0].length - value.length;
  const vendor = vendorBefore(text, end) ?? vendorOfHost(text);
  search.drafts.push({
    rule: "provider-token",
    title: vendor === undefined ? "key or token" : serviceTitle(vendor),
    provider: vendor,
    value,
    start,
    end: start + value.length,
    evidence: "name",
    names: [],
    variable: "API_KEY",
    place: isNote ? "comment" : "code",
    rank: 25,
  });
}

/** Behind "key" or "token" in a literal. */
const QUOTED = /^([\w.~+/=-]{20,200})(?=["'`])/;

/** `// the old key is 9f2c…` */
const NOTED = /^(?:is|was) ["'`]?([\w.~+/=-]{16,200})(?=["'`\s.,;)]|$)/;

function isRandom(value: string): boolean {
  if (isUuid(value)) return entropy(value) >= 2.8;
  return (
    strength(value) === "strong" &&
    /\d/.test(value) &&
    !isIdentifierLike(value) &&
    !hasWords(value) &&
    !isCamelWords(value)
  );
}
