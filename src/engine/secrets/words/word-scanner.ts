/**
 * Finds many words in a text in one pass, so that careful work happens only around hits.
 *
 * Three characters in a row, without case, are looked up in a small table that says whether any word has them at its
 * chosen place; only then words are compared (after Wu and Manber, 1994). Letters count without case unless a word says
 * otherwise.
 */
import { compiledScanner } from "./compiled-scanner.ts";
import { plainScanner } from "./plain-scanner.ts";

export interface WordScanner {
  /**
   * Calls `hit` for every word, with the offset where it ends (exclusive). Ends come in no strict order.
   * Then asks `quoted` whether stretches of 17 characters or more between two quotes of any kind are wanted that may be a
   * key, and calls what it gives for each.
   */
  scan(
    text: string,
    hit: (word: number, end: number) => void,
    quoted?: () => ((start: number, end: number) => void) | undefined,
    wanted?: Wanted,
  ): void;
}

/** `"forms"` leaves out the words that only say what a value is called. */
export type Wanted = "everything" | "forms";

/** A word to search for: ASCII, three characters or longer. */
export interface SearchedWord {
  readonly text: string;
  /** It begins a token: it counts only as it is written, where nothing that belongs to a token stands before it. */
  readonly begins?: boolean;
  /** It counts only as it is written. */
  readonly exact?: boolean;
  /** Characters of tokens that follow it at least. */
  readonly least?: number;
  /** It says what a value is called. */
  readonly names?: boolean;
}

/**
 * A word's number is its index. The tables are built at the first scan: who only loads the engine does not wait for them.
 */
export function createWordScanner(words: readonly SearchedWord[]): WordScanner {
  let plain: WordScanner | undefined;
  let compiled: WordScanner | undefined;
  let busy = false;
  return {
    scan(text, hit, quoted, wanted) {
      compiled ??= compiledScanner(words);
      // One text at a time: who searches while another search tells its hits is served by the other one.
      if (busy || compiled === undefined) {
        plain ??= plainScanner(words);
        plain.scan(text, hit, quoted, wanted);
        return;
      }
      busy = true;
      try {
        compiled.scan(text, hit, quoted, wanted);
      } finally {
        busy = false;
      }
    },
  };
}
