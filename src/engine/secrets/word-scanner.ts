/**
 * Finds many words in a text in one pass (Aho and Corasick, 1975), so that careful work happens only around hits.
 *
 * The automaton is a table over character classes: one look-up per character, whatever the number of words. Letters
 * count without case here; who cares about case looks at the text of the hit.
 */

export interface WordScanner {
  /** Calls `hit` for every word that ends at `end` (exclusive), longest first. */
  scan(text: string, hit: (word: number, end: number) => void): void;
}

/** Builds the automaton. `words` are ASCII; a word's number is its index. */
export function createWordScanner(words: readonly string[]): WordScanner {
  const classes = new Uint8Array(128);
  let classCount = 1;
  for (const character of words.join("").toLowerCase()) {
    const code = character.charCodeAt(0);
    if (classes[code] !== 0) continue;
    classes[code] = classCount;
    if (code >= 97 && code <= 122) classes[code - 32] = classCount;
    classCount++;
  }
  const { next, output } = build(words, classes, classCount);
  const found = output.map((list) => (list.length > 0 ? 1 : 0));
  const ends = Uint8Array.from(found);

  return {
    scan(text, hit) {
      let state = 0;
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        state = code < 128 ? (next[state * classCount + (classes[code] as number)] as number) : 0;
        if (ends[state] === 1) for (const word of output[state] as readonly number[]) hit(word, index + 1);
      }
    },
  };
}

function build(words: readonly string[], classes: Uint8Array, classCount: number) {
  const size = words.reduce((sum, word) => sum + word.length, 1);
  const next = new Uint16Array(size * classCount);
  const output: number[][] = [[]];
  let states = 1;
  words.forEach((word, number) => {
    let state = 0;
    for (let index = 0; index < word.length; index++) {
      const slot = state * classCount + (classes[word.charCodeAt(index)] as number);
      if (next[slot] === 0) {
        next[slot] = states++;
        output.push([]);
      }
      state = next[slot] as number;
    }
    (output[state] as number[]).push(number);
  });
  if (states > 0xffff) throw new Error("Too many words for one automaton");
  link(next, output, classCount);
  return { next: next.slice(0, states * classCount), output };
}

/** Fills the gaps of the tree: where no word goes on, the longest suffix that begins another one does. */
function link(next: Uint16Array, output: number[][], classCount: number): void {
  const fail = new Uint16Array(output.length);
  const queue: number[] = [];
  for (let symbol = 1; symbol < classCount; symbol++) {
    const child = next[symbol] as number;
    if (child !== 0) queue.push(child);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    (output[state] as number[]).push(...(output[fail[state] as number] as number[]));
    for (let symbol = 1; symbol < classCount; symbol++) {
      const slot = state * classCount + symbol;
      const child = next[slot] as number;
      const fallback = next[(fail[state] as number) * classCount + symbol] as number;
      if (child === 0) next[slot] = fallback;
      else {
        fail[child] = fallback;
        queue.push(child);
      }
    }
  }
}
