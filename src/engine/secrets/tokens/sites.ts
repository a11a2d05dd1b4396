/**
 * Where a literal stands: the names it goes by, the calls it is given to, what it is compared with.
 *
 * Reads backwards from the literal through tokens: a handful of steps for each one, no tree.
 */
import { arrowStart } from "./enclosing.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { castStart, comparedText, namedPart } from "./neighbours.ts";
import { throughCall } from "./through-call.ts";
import { throughAssignment, throughBrace, throughColon, throughWord } from "./through-code.ts";
import {
  boundary,
  chainEnd,
  chainStart,
  closerOf,
  isIndex,
  lastName,
  openerOf,
  templateLast,
  ternaryQuestion,
  tokenText,
} from "./token-chains.ts";
import type { Walk } from "./walk.ts";

export type SiteKind = "value" | "compare" | "key" | "index" | "type" | "enum" | "module" | "attribute";

/** A string literal, folded with what is added to it, and its surroundings. */
export interface LiteralSite {
  /** Offsets of the whole expression, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Where the first of the constants stands that the value is put together from. */
  readonly head?: readonly [start: number, end: number];
  /** The value is only a part: `"Bearer " + token`. */
  readonly partial: boolean;
  readonly kind: SiteKind;
  /** Innermost first. */
  readonly names: readonly string[];
  /** `process.env.NAME || "…"`: the name, and where the operator starts. */
  readonly fallback: Fallback | undefined;
  /** Text of what it is compared with. */
  readonly compared: string | undefined;
}

export interface Fallback {
  readonly name: string;
  /** Offset where the part to remove begins: the end of what stands before `||`. */
  readonly from: number;
  /** The environment is read directly, so that removing the fallback leaves a plain read. */
  readonly start: number;
  /** It is the other branch of `NAME ? NAME : "…"`, which no removal ends. */
  readonly branch?: true;
}

export interface Surroundings {
  readonly kind: SiteKind;
  readonly names: readonly string[];
  readonly fallback: Fallback | undefined;
  readonly compared: string | undefined;
}

/** What surrounds the expression from token `first` to token `last`. */
export function surroundings(tokens: Tokens, first: number, last: number): Surroundings {
  const walk: Walk = {
    tokens,
    at: first,
    end: last,
    kind: "value",
    names: [],
    fallback: undefined,
    compared: undefined,
    inObject: false,
  };

  outwards: for (let step = 0; step < 24; step++) {
    const next = tokenText(tokens, walk.end + 1);
    if (next === "===" || next === "==" || next === "!==" || next === "!=") {
      walk.compared = comparedText(tokens, walk.end + 2, chainEnd(tokens, walk.end + 2));
      walk.kind = "compare";
      break;
    }
    // `KEYS.includes(token)`, `["…"].includes(token)`.
    if (
      next === "." &&
      tokens.kind[walk.at] !== TOKEN.string &&
      tokens.kind[walk.at] !== TOKEN.template &&
      /^(?:includes|indexOf|has)$/.test(tokenText(tokens, walk.end + 2)) &&
      tokenText(tokens, walk.end + 3) === "("
    ) {
      walk.compared = namedPart(tokens, walk.end + 4, closerOf(tokens, walk.end + 3));
      walk.kind = "compare";
      break;
    }
    const before = walk.at - 1;
    const text = tokenText(tokens, before);
    if (text === "raw" && tokens.kind[walk.at] === TOKEN.template && tokenText(tokens, before - 2) === "String") {
      walk.at = before - 2;
      continue;
    }
    if (tokens.kind[before] === TOKEN.word) {
      if (throughWord(walk, before, text)) continue;
      break;
    }
    const tokenKind = tokens.kind[before];
    if (tokenKind === TOKEN.templateHead || tokenKind === TOKEN.templateMiddle) {
      let head = before;
      while (tokens.kind[head] === TOKEN.templateMiddle && tokens.match[head] !== -1 && head > 0)
        head = openerOf(tokens, head);
      walk.at = head;
      walk.end = templateLast(tokens, head);
      continue;
    }
    switch (text) {
      case "===":
      case "==":
      case "!==":
      case "!=":
        walk.compared = comparedText(tokens, chainStart(tokens, before - 1), before - 1);
        walk.kind = "compare";
        break outwards;
      case "||":
      case "??": {
        const start = chainStart(tokens, before - 1);
        const name = lastName(tokens, start, before - 1);
        if (name !== "" && walk.fallback === undefined) {
          walk.names.push(name);
          walk.fallback = { name, from: tokens.end[before - 1] as number, start: tokens.start[start] as number };
        }
        walk.at = start;
        continue;
      }
      case "||=":
      case "??=":
      case "=":
      case "+=":
        if (throughAssignment(walk, before, text)) continue;
        break outwards;
      case "+":
        walk.at = chainStart(tokens, before - 1);
        continue;
      case "=>": {
        walk.at = arrowStart(tokens, before);
        continue;
      }
      case "...":
        walk.at = before;
        continue;
      case "?":
        walk.at = boundary(tokens, before) + 1;
        continue;
      case ":":
        if (throughColon(walk, before)) continue;
        break outwards;
      case "(":
      case ",":
        if (throughCall(walk, before, text)) continue;
        break outwards;
      case "[":
        if (isIndex(tokens, before)) {
          walk.kind = "index";
          break outwards;
        }
        walk.at = before;
        walk.end = closerOf(tokens, before);
        continue;
      case "{":
        if (throughBrace(walk, before, next)) continue;
        break outwards;
      case ">": {
        const open = castStart(tokens, before);
        if (open < 0) break outwards;
        walk.at = open;
        continue;
      }
      case "|":
      case "&":
      case "<":
        walk.kind = "type";
        break outwards;
      default:
        break outwards;
    }
  }
  const following = tokenText(tokens, last + 1);
  if (walk.kind === "value" && following === ":" && ternaryQuestion(tokens, last + 1) < 0) {
    const open = tokens.parent[first] as number;
    if (open >= 0 && tokenText(tokens, open) === "{") walk.kind = "key";
  }
  if (walk.kind === "value" && following === "in") walk.kind = "compare";
  const { kind, names, fallback, compared } = walk;
  return { kind, names, fallback, compared };
}
