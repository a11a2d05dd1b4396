/**
 * Made-up secrets for tests, built at run time: nothing that looks like one stands in the repository.
 *
 * The same seed gives the same values on every machine.
 */
import { tokenChecksum } from "../../../src/engine/secrets/forms/checksums.ts";
import { ALPHABETS, parseBody, type TokenFormat } from "../../../src/engine/secrets/providers/define-provider.ts";

export interface Source {
  /** Characters drawn from an alphabet, never so regular that they look made up. */
  text(alphabet: string, length: number): string;
  pick<Item>(items: readonly Item[]): Item;
}

/** A source of chance with a seed (mulberry32). */
export function source(seed: number): Source {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    text(alphabet, length) {
      let text = "";
      while (text.length < length) {
        const character = alphabet[Math.floor(next() * alphabet.length)] as string;
        if (character !== text.at(-1)) text += character;
      }
      return text;
    },
    pick: (items) => items[Math.floor(next() * items.length)] as never,
  };
}

/** `"a-f0-9"` → `"abcdef0123456789"`. */
export function expand(range: string): string {
  return range.replace(/(\w)-(\w)/g, (_, from: string, to: string) => {
    let all = "";
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) all += String.fromCharCode(code);
    return all;
  });
}

export const LETTERS_AND_DIGITS = expand(ALPHABETS.an);
export const HEX = expand(ALPHABETS.hex);

/** A token of the format, with its checksum where it has one; begins with the given start. */
export function sampleOf(format: TokenFormat, prefix: string, chance: Source): string {
  let body = "";
  for (const unit of parseBody(format.body)) {
    if ("literal" in unit) body += unit.literal;
    else {
      // Ends in a letter or digit, as tokens are read up to one.
      const alphabet = expand(ALPHABETS[unit.alphabet]);
      const length = Math.min(unit.most, Math.max(unit.least, Math.min(unit.least + 8, unit.most)));
      const plain = alphabet.replace(/[^A-Za-z0-9]/g, "");
      if (length > 0)
        body +=
          chance.text(plain, 1) +
          chance.text(alphabet, Math.max(0, length - 2)) +
          (length > 1 ? chance.text(plain, 1) : "");
    }
  }
  if (format.checksum === undefined) return prefix + body;
  const random = body.slice(0, -6);
  return prefix + random + tokenChecksum(random);
}
