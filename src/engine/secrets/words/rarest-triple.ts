/** Which three characters of a word say most: those that source code has least. */
import { pairFrequency } from "../judge/shape.ts";

/** Where the three characters of a word in lower case begin that are least like ordinary text. */
export function rarestTriple(word: string): number {
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let place = 0; place + 3 <= word.length; place++) {
    const frequent = FREQUENT.has(word.slice(place, place + 3)) ? 4 : 0;
    const cost = costOf(word, place) + costOf(word, place + 1) + frequent;
    if (cost < bestCost) {
      bestCost = cost;
      best = place;
    }
  }
  return best;
}

/** Triples that source code is full of, though their pairs are not. */
const FREQUENT: ReadonlySet<string> = new Set(
  "use ext abl aut equ oje jec ice ssi app rvi nfi cli iew ize iza ser tio ion ate con ent 100 000 acc lum fau thr".split(
    " ",
  ),
);

/** How frequent two characters are side by side in source code, as a logarithm: 0 to 9, 4 is what chance gives. */
function costOf(word: string, place: number): number {
  const first = groupOf(word.charCodeAt(place));
  const second = groupOf(word.charCodeAt(place + 1));
  return first === 0 && second === 0
    ? pairFrequency(word.charCodeAt(place) - 97, word.charCodeAt(place + 1) - 97)
    : ((SIGN_PAIRS[first] as readonly number[])[second] as number);
}

/** Letters, digits, `_` and `-`, blanks, all others. */
function groupOf(code: number): number {
  return code >= 97 && code <= 122
    ? 0
    : code >= 48 && code <= 57
      ? 1
      : code === 95 || code === 45
        ? 2
        : code === 32
          ? 3
          : 4;
}

/** By {@link groupOf} of both. */
const SIGN_PAIRS = [
  [0, 1, 2.5, 7, 5],
  [1, 4, 2, 4, 4],
  [2.5, 2, 4, 1, 1],
  [7, 3, 1.5, 9, 9],
  [5, 3, 1, 9, 5],
] as const;
