/** Ranges of SQL tokens: words, groups in parentheses, clauses. */
import type { SqlToken } from "./tokenize-sql.ts";

/** Part of a token list, with the questions readers ask. Positions are indexes into the whole list. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
  token(at: number): SqlToken | undefined;
  /** A bare word, in lower case. */
  word(at: number): string | undefined;
  symbol(at: number): string | undefined;
  /** A bare or quoted name. */
  identifier(at: number): string | undefined;
  /** Position of the parenthesis that closes the one at `open`; the end of the range where none does. */
  close(open: number): number;
  /** The innermost parentheses around a position. */
  groupOf(at: number): { readonly open: number; readonly close: number } | undefined;
  /** The function whose arguments a position stands in. */
  callee(at: number): string | undefined;
  /** Positions of a word outside inner parentheses. */
  positions(word: string, accept?: (at: number) => boolean): readonly number[];
  /** First position of one of these symbols outside inner parentheses. */
  findSymbol(symbols: readonly string[]): number | undefined;
  /** First position, from `from`, of one of these words outside inner parentheses; else the end. */
  clauseEnd(from: number, words: readonly string[]): number;
  slice(start: number, end: number): TokenRange;
  from(start: number): TokenRange;
}

const DEEPEST = 64;

/** All tokens as one range; none where they are nested too deeply. */
export function spans(tokens: readonly SqlToken[]): TokenRange {
  const partner = new Map<number, number>();
  const parent: (number | undefined)[] = [];
  const open: number[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    parent.push(open.at(-1));
    if (token.kind !== "symbol") return;
    if (token.value === "(") {
      open.push(at);
      depth = Math.max(depth, open.length);
    } else if (token.value === ")") {
      const start = open.pop();
      if (start !== undefined) partner.set(start, at);
    }
  });

  // Readers follow groups into groups: what is nested deeper than any person writes is not read.
  if (depth > DEEPEST) return spans([]);

  const make = (start: number, end: number): TokenRange => {
    const inside = (at: number) => (at >= start && at < end ? tokens[at] : undefined);
    /** Visits positions outside inner parentheses. */
    const topLevel = function* (from = start) {
      for (let at = from; at < end; at++) {
        yield at;
        if (range.symbol(at) === "(") at = Math.min(range.close(at), end) - 1;
      }
    };
    const range: TokenRange = {
      start,
      end,
      token: inside,
      word: (at) => {
        const token = inside(at);
        return token?.kind === "word" ? token.value : undefined;
      },
      symbol: (at) => {
        const token = inside(at);
        return token?.kind === "symbol" ? token.value : undefined;
      },
      identifier: (at) => {
        const token = inside(at);
        return token?.kind === "word" || token?.kind === "name" ? token.value : undefined;
      },
      close: (at) => Math.min(partner.get(at) ?? end, end),
      groupOf: (at) => {
        const opened = parent[at];
        return opened === undefined || opened < start ? undefined : { open: opened, close: partner.get(opened) ?? end };
      },
      callee: (at) => {
        const group = range.groupOf(at);
        return group && range.word(group.open - 1);
      },
      positions: (word, accept) => [...topLevel()].filter((at) => range.word(at) === word && (!accept || accept(at))),
      findSymbol: (symbols) => {
        for (const at of topLevel()) if (symbols.includes(range.symbol(at) ?? "")) return at;
        return undefined;
      },
      clauseEnd: (from, words) => {
        for (const at of topLevel(from)) if (words.includes(range.word(at) ?? "")) return at;
        return end;
      },
      slice: (from, to) => make(Math.max(start, from), Math.min(end, Math.max(from, to))),
      from: (from) => make(Math.max(start, from), end),
    };
    return range;
  };
  return make(0, tokens.length);
}

/** What stands inside the parentheses that open at `open`. */
export function inner(range: TokenRange, open: number): TokenRange {
  return range.slice(open + 1, range.close(open));
}

/** The parts between a symbol, outside inner parentheses. */
export function splitAt(range: TokenRange, symbol: string): readonly TokenRange[] {
  const parts: TokenRange[] = [];
  let start = range.start;
  for (let at = range.start; at < range.end; at++) {
    if (range.symbol(at) === "(") at = Math.min(range.close(at), range.end);
    else if (range.symbol(at) === symbol) {
      parts.push(range.slice(start, at));
      start = at + 1;
    }
  }
  if (range.end > start) parts.push(range.slice(start, range.end));
  return parts;
}
