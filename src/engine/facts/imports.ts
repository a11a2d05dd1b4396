/**
 * Which modules a file names, without parsing it.
 *
 * For the prefilter and the import graph of files that are never parsed. A small lexer: it knows comments, strings,
 * templates and regular expressions, so that an import in a comment or in generated text is none. It stops behind the
 * last place that can name a module, which in most files is the end of the import block.
 */
import { isWordCharacter, skipTrivia } from "./syntax.ts";

export interface ModuleSpecifier {
  /** As written, such as `"./routes"`. */
  readonly module: string;
  readonly kind: "import" | "export" | "require" | "dynamic";
  /** `import type … from`, `export type … from`: gone at run time. */
  readonly typeOnly: boolean;
}

/** Every `import`, `export … from`, `require("…")` and `import("…")` with a literal specifier, in the order of the text. */
export function moduleSpecifiers(text: string): readonly ModuleSpecifier[] {
  const last = lastCandidate(text);
  const found: ModuleSpecifier[] = [];
  if (last >= 0) scan(text, last, found);
  return found;
}

/** Offset of the last word that may name a module; -1 without one. */
function lastCandidate(text: string): number {
  return Math.max(text.lastIndexOf("import"), text.lastIndexOf("require"), lastExportFrom(text));
}

/** `from` before a quote; its `export` stands before it, so the scan may stop there. */
function lastExportFrom(text: string): number {
  if (!text.includes("export")) return -1;
  for (let found = text.lastIndexOf("from"); found > 0; found = text.lastIndexOf("from", found - 1)) {
    const next = text.charCodeAt(skipTrivia(text, found + 4));
    if (next === QUOTE || next === APOSTROPHE) return found;
  }
  return -1;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const BACKTICK = 96;
const SLASH = 47;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const CLOSE_BRACKET = 93;
const DOT = 46;
const ASTERISK = 42;
const LESS = 60;
const GREATER = 62;
const BACKSLASH = 92;

function scan(text: string, last: number, found: ModuleSpecifier[]): void {
  /** Braces open inside each `${` that is open. */
  const templates: number[] = [];
  let braces = 0;
  /** Last character that is neither space nor comment, and where the last word began: they tell a regex from a division. */
  let before = 0;
  let word = -1;

  for (let position = 0; position <= last; ) {
    const character = text.charCodeAt(position);
    if (character <= 32) {
      position++;
      continue;
    }
    if (isWordCharacter(character)) {
      const end = endOfWord(text, position + 1);
      if (before !== DOT && end - position >= 6 && end - position <= 7) position = moduleAt(text, position, end, found);
      else position = end;
      word = end === position ? end : -1;
      before = character;
      continue;
    }
    switch (character) {
      case QUOTE:
      case APOSTROPHE:
        position = endOfString(text, position, character);
        break;
      case BACKTICK:
        position = endOfTemplatePart(text, position + 1);
        if (text.charCodeAt(position - 1) === OPEN_BRACE) {
          templates.push(braces);
          braces = 0;
          before = OPEN_BRACE;
          continue;
        }
        break;
      case OPEN_BRACE:
        braces++;
        position++;
        break;
      case CLOSE_BRACE:
        position++;
        if (braces > 0) {
          braces--;
        } else if (templates.length > 0) {
          position = endOfTemplatePart(text, position);
          if (text.charCodeAt(position - 1) === OPEN_BRACE) {
            before = OPEN_BRACE;
            continue;
          }
          braces = templates.pop() ?? 0;
          before = BACKTICK;
          continue;
        }
        break;
      case SLASH: {
        const next = text.charCodeAt(position + 1);
        if (next === SLASH || next === ASTERISK) {
          position = skipTrivia(text, position);
          continue;
        }
        const allowed = next !== GREATER && mayStartRegex(text, before, word);
        const end = allowed ? endOfRegex(text, position + 1) : -1;
        position = end < 0 ? position + 1 : end;
        break;
      }
      default:
        position++;
    }
    before = character;
    word = -1;
  }
}

function endOfWord(text: string, from: number): number {
  let position = from;
  while (isWordCharacter(text.charCodeAt(position))) position++;
  return position;
}

/** A string ends with its line at the latest: an apostrophe in JSX text begins none. */
function endOfString(text: string, from: number, quote: number): number {
  for (let position = from + 1; position < text.length; position++) {
    const character = text.charCodeAt(position);
    if (character === quote) return position + 1;
    if (character === BACKSLASH) position++;
    else if (character === 10) return position;
  }
  return text.length;
}

/** Behind the closing backtick, or behind the next `${`. */
function endOfTemplatePart(text: string, from: number): number {
  for (let position = from; position < text.length; position++) {
    const character = text.charCodeAt(position);
    if (character === BACKTICK) return position + 1;
    if (character === BACKSLASH) position++;
    else if (character === 36 && text.charCodeAt(position + 1) === OPEN_BRACE) return position + 2;
  }
  return text.length;
}

/** After a value a slash divides; `</` closes a JSX element. */
function mayStartRegex(text: string, before: number, word: number): boolean {
  if (word >= 0)
    return /\b(?:return|typeof|case|in|of|do|else|void|delete|throw|await|yield)$/.test(
      text.slice(Math.max(0, word - 8), word),
    );
  return (
    before !== CLOSE_PARENTHESIS &&
    before !== CLOSE_BRACKET &&
    before !== LESS &&
    before !== QUOTE &&
    before !== APOSTROPHE &&
    before !== BACKTICK &&
    !isWordCharacter(before)
  );
}

/** Nobody writes a longer regular expression: a slash without another so near divides. */
const LONGEST_REGEX = 2000;

/** Behind the closing slash; -1 where the line ends first, and it was no regular expression. */
function endOfRegex(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_REGEX);
  let inClass = false;
  for (let position = from; position < limit; position++) {
    switch (text.charCodeAt(position)) {
      case BACKSLASH:
        position++;
        break;
      case 91:
        inClass = true;
        break;
      case CLOSE_BRACKET:
        inClass = false;
        break;
      case SLASH:
        if (!inClass) return position + 1;
        break;
      case 10:
        return -1;
    }
  }
  return -1;
}

/** Notes the module that the word from `start` to `end` loads. Gives the offset to go on from. */
function moduleAt(text: string, start: number, end: number, found: ModuleSpecifier[]): number {
  if (text.startsWith("import", start) && end - start === 6) return readImport(text, end, found);
  if (text.startsWith("export", start) && end - start === 6) return readExport(text, end, found);
  if (text.startsWith("require", start) && end - start === 7) {
    return readArgument(text, skipTrivia(text, end), "require", found) ?? end;
  }
  return end;
}

function readImport(text: string, from: number, found: ModuleSpecifier[]): number {
  const position = skipTrivia(text, from);
  const character = text.charCodeAt(position);
  if (character === OPEN_PARENTHESIS) return readArgument(text, position, "dynamic", found) ?? from;
  return readClause(text, position, "import", found) ?? from;
}

function readExport(text: string, from: number, found: ModuleSpecifier[]): number {
  const position = skipTrivia(text, from);
  const character = text.charCodeAt(position);
  const isList = character === OPEN_BRACE || character === ASTERISK || text.startsWith("type", position);
  return (isList ? readClause(text, position, "export", found) : undefined) ?? from;
}

/** `("module")`, of `require` or `import`. */
function readArgument(
  text: string,
  open: number,
  kind: "require" | "dynamic",
  found: ModuleSpecifier[],
): number | undefined {
  if (text.charCodeAt(open) !== OPEN_PARENTHESIS) return undefined;
  const start = skipTrivia(text, open + 1);
  const quote = text.charCodeAt(start);
  if (quote !== QUOTE && quote !== APOSTROPHE && quote !== BACKTICK) return undefined;
  const end = text.indexOf(text.charAt(start), start + 1);
  const module = end < 0 ? "" : text.slice(start + 1, end);
  const isWhole = text.charCodeAt(skipTrivia(text, end + 1)) !== 43; // not `"./" + name`
  if (module === "" || !isWhole || (quote === BACKTICK && module.includes("${")) || module.includes("\n"))
    return undefined;
  found.push({ module, kind, typeOnly: false });
  return end + 1;
}

/** `a, { b as c } from "module"`, `* as a from "module"`, `"module"`; undefined for anything else. */
function readClause(
  text: string,
  from: number,
  kind: "import" | "export",
  found: ModuleSpecifier[],
): number | undefined {
  let position = from;
  let typeOnly = false;
  let ready = kind === "import"; // a specifier may follow: at once in `import "x"`, else after `from`
  for (let words = 0; ; ) {
    const character = text.charCodeAt(position);
    if (character === QUOTE || character === APOSTROPHE) {
      const end = endOfString(text, position, character);
      if (!ready || end - position < 3) return undefined;
      found.push({ module: text.slice(position + 1, end - 1), kind, typeOnly });
      return end;
    }
    if (character === OPEN_BRACE) {
      position = endOfList(text, position + 1);
      if (position < 0) return undefined;
      ready = false;
    } else if (isWordCharacter(character)) {
      const end = endOfWord(text, position);
      const word = text.slice(position, end);
      ready = word === "from";
      if (words++ === 0 && word === "type") typeOnly = isTypeKeyword(text, end);
      if (words > 5) return undefined;
      position = end;
    } else if (character === ASTERISK || character === 44) {
      ready = false;
      position++;
    } else {
      return undefined;
    }
    position = skipTrivia(text, position);
  }
}

/** In `import type from "x"` and `import type, { a } from "x"` the word is a name. */
function isTypeKeyword(text: string, from: number): boolean {
  const position = skipTrivia(text, from);
  const character = text.charCodeAt(position);
  if (character === OPEN_BRACE || character === ASTERISK) return true;
  if (!isWordCharacter(character)) return false;
  const end = endOfWord(text, position);
  if (text.slice(position, end) !== "from") return true;
  return isWordCharacter(text.charCodeAt(skipTrivia(text, end))); // `import type from from "x"`
}

/** Behind the brace that closes an import or export list; -1 where this is none. */
function endOfList(text: string, from: number): number {
  let position = from;
  for (;;) {
    position = skipTrivia(text, position);
    const character = text.charCodeAt(position);
    if (character === CLOSE_BRACE) return position + 1;
    if (character === QUOTE || character === APOSTROPHE) position = endOfString(text, position, character);
    else if (isWordCharacter(character)) position = endOfWord(text, position);
    else if (character === 44) position++;
    else return -1;
  }
}
