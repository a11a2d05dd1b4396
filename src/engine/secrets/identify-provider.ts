/** Which provider's published format a value has, for literals seen one at a time. */
import { formOfValue, matchInfix, matchPrefix, SEARCHED_PREFIXES } from "./forms.ts";
import { INFIX_FORMATS } from "./providers/infix-formats.ts";
import { createWordScanner } from "./word-scanner.ts";

const scanner = createWordScanner([
  ...SEARCHED_PREFIXES,
  ...INFIX_FORMATS.map((format) => format.marker),
  "-----BEGIN",
]);
const KEY = SEARCHED_PREFIXES.length + INFIX_FORMATS.length;

/**
 * The provider's id, such as `"stripe-secret-key"`; undefined where the form says nothing, or says publishable.
 *
 * @param names What it goes by, for formats that are told by their surroundings.
 */
export function identifyProvider(value: string, names: readonly string[] = []): string | undefined {
  if (value.length < 12) return undefined;
  let found: string | undefined;
  let rank = 0;
  scanner.scan(value, (word, end) => {
    if (word === KEY) {
      if (value.includes("PRIVATE KEY-----")) found ??= "private-key";
      return;
    }
    const match =
      word < SEARCHED_PREFIXES.length
        ? matchPrefix(value, SEARCHED_PREFIXES[word] as string, end)
        : matchInfix(value, INFIX_FORMATS[word - SEARCHED_PREFIXES.length] as (typeof INFIX_FORMATS)[number], end);
    if (match === undefined || match.publishable || match.placeholder || match.end - match.start <= rank) return;
    rank = match.end - match.start;
    found = match.id;
  });
  if (found !== undefined) return found;
  const short = names.length > 0 ? formOfValue(value, names.join(" ").toLowerCase()) : undefined;
  return short === undefined || short.publishable || short.placeholder ? undefined : short.id;
}
