/** Which provider's published format a value has, for literals seen one at a time. */

import { INFIX_FORMATS } from "../providers/infix-formats.ts";
import { FIRST_INFIX, FIRST_NAME, FIRST_SPECIAL, SPECIAL_WORDS, scanner } from "../words/search-words.ts";
import { formOfValue, matchInfix, matchPrefix, SEARCHED_PREFIXES } from "./forms.ts";

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
    if (word >= FIRST_NAME) return;
    if (word >= FIRST_SPECIAL) {
      const isKey = SPECIAL_WORDS[word - FIRST_SPECIAL] === "-----begin" && value.includes("PRIVATE KEY-----");
      if (isKey) found ??= "private-key";
      return;
    }
    const match =
      word < FIRST_INFIX
        ? matchPrefix(value, SEARCHED_PREFIXES[word] as string, end)
        : matchInfix(value, INFIX_FORMATS[word - FIRST_INFIX] as (typeof INFIX_FORMATS)[number], end);
    if (match === undefined || match.publishable || match.placeholder || match.end - match.start <= rank) return;
    rank = match.end - match.start;
    found = match.id;
  });
  if (found !== undefined) return found;
  const short = names.length > 0 ? formOfValue(value, names) : undefined;
  return short === undefined || short.publishable || short.placeholder ? undefined : short.id;
}
