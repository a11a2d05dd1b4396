/**
 * Where a literal stands: the names it goes by, the calls it is given to, what it is compared with.
 *
 * Reads backwards from the literal through tokens: a handful of steps for each one, no tree.
 */
import { cook } from "./cook.ts";
import { TOKEN, type Tokens } from "./lexer.ts";

export type SiteKind = "value" | "compare" | "key" | "index" | "type" | "enum" | "module" | "attribute";

/** A string literal, folded with what is added to it, and its surroundings. */
export interface LiteralSite {
  /** Offsets of the whole expression, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
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
}

export interface Surroundings {
  readonly kind: SiteKind;
  readonly names: readonly string[];
  readonly fallback: Fallback | undefined;
  readonly compared: string | undefined;
}

/** Text of a token. */
export function tokenText(tokens: Tokens, index: number): string {
  return index < 0 || index >= tokens.kind.length ? "" : tokens.text.slice(tokens.start[index], tokens.end[index]);
}

/** The value of a string or plain template token. */
export function stringValue(tokens: Tokens, index: number): string | undefined {
  const kind = tokens.kind[index];
  if (kind !== TOKEN.string && kind !== TOKEN.template) return undefined;
  return cook(tokens.text.slice((tokens.start[index] as number) + 1, (tokens.end[index] as number) - 1));
}

/** Calls that hand their argument on as it is. */
const PASSES =
  /(?:^|\.)(?:from|atob|btoa|String|trim|toString|encode|createSecretKey|default|optional|catch|prefault|describe|freeze|alloc|of|resolve|decode|stringify|concat|reveal|unwrap|defaultTo|withDefault|toLowerCase|normalize|base64|hex|utf8|redact|Object\.freeze|ref|computed|signal|useState|useRef|useMemo|memo|asValue|secret|string|str|SecretValue|unsafePlainText|Redacted\.make)$/;

/** Reads the environment or configuration by name: `config.get("NAME", "default")`. */
const READS =
  /(?:^|\.)(?:get|getOrThrow|getOrDefault|getEnv|env|getenv|getString|str|string|variable|fromEnv|readEnv|envOr|optionalEnv|requireEnv|asString|lookup|getConfig|envString|getEnvVar|getEnvironmentVariable|getVar|getValue|setting|param)$/i;

/** Sets one entry of a map, header or cookie: the first argument is the name. */
const SETS =
  /(?:^|\.)(?:set|setHeader|header|append|add|put|setItem|setRequestHeader|cookie|setCookie|define|provide|register|field|query|withHeader|addHeader|setdefault|store|setSecret|write|type|fill)$/;

const PLAIN_WORDS = new Set(
  "if while for switch catch return typeof await void yield delete throw in of new else case with".split(" "),
);

/** What surrounds the expression from token `first` to token `last`. */
export function surroundings(tokens: Tokens, first: number, last: number): Surroundings {
  const names: string[] = [];
  let kind: SiteKind = "value";
  let fallback: Fallback | undefined;
  let compared: string | undefined;
  let at = first;
  let end = last;
  let inObject = false;

  walk: for (let step = 0; step < 24; step++) {
    const next = tokenText(tokens, end + 1);
    if (next === "===" || next === "==" || next === "!==" || next === "!=") {
      compared = chainText(tokens, end + 2, chainEnd(tokens, end + 2));
      kind = "compare";
      break;
    }
    const before = at - 1;
    const text = tokenText(tokens, before);
    const isWord = tokens.kind[before] === TOKEN.word;
    if (isWord) {
      if (text === "return") {
        const owner = enclosingFunction(tokens, before);
        if (owner !== "") names.push(owner);
        break;
      }
      if (text === "await" || text === "new" || text === "void" || text === "yield" || text === "async") {
        at = before;
        continue;
      }
      if (text === "case" || text === "in" || text === "instanceof" || text === "typeof") kind = "compare";
      else if (text === "import" || text === "from" || text === "require") kind = "module";
      else if (text === "as" || text === "satisfies" || text === "extends" || text === "keyof") kind = "type";
      break;
    }
    const tokenKind = tokens.kind[before];
    if (tokenKind === TOKEN.templateHead || tokenKind === TOKEN.templateMiddle) {
      let head = before;
      while (tokens.kind[head] === TOKEN.templateMiddle && tokens.match[head] !== -1 && head > 0)
        head = openerOf(tokens, head);
      at = head;
      end = templateLast(tokens, head);
      continue;
    }
    switch (text) {
      case "===":
      case "==":
      case "!==":
      case "!=":
        compared = chainText(tokens, chainStart(tokens, before - 1), before - 1);
        kind = "compare";
        break walk;
      case "||":
      case "??": {
        const start = chainStart(tokens, before - 1);
        const name = lastName(tokens, start, before - 1);
        if (name !== "" && fallback === undefined) {
          names.push(name);
          fallback = { name, from: tokens.end[before - 1] as number, start: tokens.start[start] as number };
        }
        at = start;
        continue;
      }
      case "||=":
      case "??=":
      case "=":
      case "+=": {
        const target = assignmentTarget(tokens, before - 1);
        if (target.name !== "") names.push(target.name);
        for (const outer of target.outer) names.push(outer);
        if (target.enumMember) kind = "enum";
        if (target.attribute) kind = "attribute";
        if (target.typeAlias) kind = "type";
        if (text === "||=" || text === "??=") {
          fallback ??= {
            name: target.name,
            from: tokens.end[before - 1] as number,
            start: tokens.start[chainStart(tokens, before - 1)] as number,
          };
        }
        break walk;
      }
      case "+":
        at = chainStart(tokens, before - 1);
        continue;
      case "=>": {
        at = arrowStart(tokens, before);
        continue;
      }
      case "...":
        at = before;
        continue;
      case "?":
        at = boundary(tokens, before) + 1;
        continue;
      case ":": {
        const open = tokens.parent[before] as number;
        const question = ternaryQuestion(tokens, before);
        if (question >= 0) {
          at = boundary(tokens, question) + 1;
          continue;
        }
        if (open < 0 || tokenText(tokens, open) !== "{") {
          kind = "type";
          break walk;
        }
        const key = propertyKey(tokens, before, open);
        if (key === undefined) {
          kind = "type";
          break walk;
        }
        if (!/^(?:default|defaultValue|devDefault|value|fallback|_default|def)$/.test(key)) names.push(key);
        inObject = true;
        at = open;
        end = closerOf(tokens, open);
        continue;
      }
      case "(":
      case ",": {
        const open = text === "(" ? before : (tokens.parent[before] as number);
        if (open < 0) break walk;
        const bracket = tokenText(tokens, open);
        if (bracket === "[") {
          if (isIndex(tokens, open)) {
            kind = "index";
            break walk;
          }
          const pair = stringValue(tokens, open + 1);
          if (pair !== undefined && before === open + 2) names.push(pair);
          at = open;
          end = closerOf(tokens, open);
          continue;
        }
        if (bracket !== "(") break walk;
        const callee = calleeOf(tokens, open);
        if (callee === undefined) {
          at = open;
          end = closerOf(tokens, open);
          continue;
        }
        const position = text === "(" ? 0 : argumentIndex(tokens, open, before);
        if (position > 0) {
          const name = stringValue(tokens, open + 1);
          if (name !== undefined && position === 1 && READS.test(callee.text)) {
            names.push(name);
            fallback ??= { name, from: tokens.start[before] as number, start: tokens.start[callee.start] as number };
          } else if (name !== undefined && position === 1 && SETS.test(callee.text)) names.push(name);
        }
        names.push(`${callee.text}#${position}${inObject ? "{}" : ""}`);
        if (position === 0 && READS.test(callee.text) && !PASSES.test(callee.text)) {
          kind = "index";
          break walk;
        }
        if (/^(?:require|import|jest\.mock|vi\.mock|it|describe|test|t|i18n\.t)$/.test(callee.text)) {
          kind = "module";
          break walk;
        }
        if (
          position === 0
            ? PASSES.test(callee.text)
            : (position === 1 && READS.test(callee.text)) || /(?:^|\.)concat$/.test(callee.text)
        ) {
          at = callee.start;
          end = Math.max(end, closerOf(tokens, open));
          continue;
        }
        break walk;
      }
      case "[":
        if (isIndex(tokens, before)) {
          kind = "index";
          break walk;
        }
        at = before;
        end = closerOf(tokens, before);
        continue;
      case "{":
        if (next === ":" || next === "(" || next === "}" || next === ",") kind = "key";
        break walk;
      case "|":
      case "&":
      case "<":
        kind = "type";
        break walk;
      default:
        break walk;
    }
  }
  const following = tokenText(tokens, last + 1);
  if (kind === "value" && following === ":" && ternaryQuestion(tokens, last + 1) < 0) {
    const open = tokens.parent[first] as number;
    if (open >= 0 && tokenText(tokens, open) === "{") kind = "key";
  }
  if (kind === "value" && following === "in") kind = "compare";
  return { kind, names, fallback, compared };
}

function closerOf(tokens: Tokens, open: number): number {
  const closer = tokens.match[open] as number;
  return closer > open ? closer : open;
}

function openerOf(tokens: Tokens, middle: number): number {
  const match = tokens.match[middle] as number;
  return match >= 0 && match < middle ? match : middle - 1;
}

function templateLast(tokens: Tokens, head: number): number {
  let index = head;
  for (let step = 0; step < 64 && tokens.kind[index] !== TOKEN.templateTail; step++) {
    const match = tokens.match[index] as number;
    if (match <= index) break;
    index = match;
  }
  return index;
}

/** First token of the operand that ends at token `last`: `a.b(c)[d]`, `await x`, `"text"`. */
export function chainStart(tokens: Tokens, last: number): number {
  let index = last;
  for (let step = 0; step < 64 && index >= 0; step++) {
    const match = tokens.match[index] as number;
    if (match >= 0 && match < index) index = match;
    if (tokens.kind[index] === TOKEN.templateMiddle) {
      index = openerOf(tokens, index);
      continue;
    }
    const before = tokenText(tokens, index - 1);
    const beforeIsValue =
      (tokens.kind[index - 1] === TOKEN.word && !PLAIN_WORDS.has(before)) ||
      before === ")" ||
      before === "]" ||
      before === "!";
    const text = tokenText(tokens, index);
    if ((text === "(" || text === "[") && beforeIsValue && index > 0) index -= before === "!" ? 2 : 1;
    else if (before === "." || before === "?.") index -= 2;
    else if (before === "new" || before === "await") index -= 1;
    else if (text === "!" && index < last) index -= 1;
    else break;
  }
  return Math.max(index, 0);
}

/** Last token of the operand that starts at token `first`. */
function chainEnd(tokens: Tokens, first: number): number {
  let index = first;
  for (let step = 0; step < 64; step++) {
    const text = tokenText(tokens, index);
    if (text === "(" || text === "[") index = closerOf(tokens, index);
    const next = tokenText(tokens, index + 1);
    if (next === "." || next === "?.") index += 2;
    else if (next === "(" || next === "[") index += 1;
    else if (text === "await" || text === "new" || text === "!") index += 1;
    else break;
  }
  return Math.min(index, tokens.kind.length - 1);
}

/** `a.b().c` from tokens, arguments left out; an index by a string is a name. */
export function chainText(tokens: Tokens, first: number, last: number): string {
  let text = "";
  for (let index = first; index <= last; index++) {
    const token = tokenText(tokens, index);
    if (tokens.kind[index] === TOKEN.string || tokens.kind[index] === TOKEN.template) continue;
    if (token === "(") {
      text += "()";
      index = closerOf(tokens, index);
    } else if (token === "[") {
      const name = stringValue(tokens, index + 1);
      text += name === undefined ? "[]" : `.${name}`;
      index = closerOf(tokens, index);
    } else if (token === "?." || token === ".") text += ".";
    else if (token === "new") text += "new ";
    else if (token === "!" || token === "await") continue;
    else text += token;
    if (text.length > 160) break;
  }
  return text.replace(/\.{2,}/g, ".");
}

/** The last name of `process.env.NAME`, `env["NAME"]`, `config.get("NAME")`, `getEnv("NAME")`. */
function lastName(tokens: Tokens, first: number, last: number): string {
  let close = last;
  if (tokenText(tokens, close) === "!") close--;
  const open = tokens.match[close] as number;
  if ((tokenText(tokens, close) === ")" || tokenText(tokens, close) === "]") && open >= first) {
    const name = stringValue(tokens, open + 1);
    if (name !== undefined) return name;
    return open > first ? lastName(tokens, first, open - 1) : "";
  }
  return tokens.kind[close] === TOKEN.word ? tokenText(tokens, close) : "";
}

interface Target {
  readonly name: string;
  readonly outer: readonly string[];
  readonly enumMember: boolean;
  readonly attribute: boolean;
  readonly typeAlias: boolean;
}

/** What an `=` at `last + 1` writes to. */
function assignmentTarget(tokens: Tokens, last: number): Target {
  let index = last;
  // A type annotation: walk back to the name before its colon.
  for (let step = 0; step < 24 && index > 0; step++) {
    const text = tokenText(tokens, index);
    const before = tokenText(tokens, index - 1);
    if (before === ":" && tokens.kind[index] !== TOKEN.punctuation && tokens.parent[index] === tokens.parent[last]) {
      const name = tokenText(tokens, index - 2) === "?" || tokenText(tokens, index - 2) === "!" ? index - 3 : index - 2;
      if (tokens.kind[name] === TOKEN.word) return plainTarget(tokens, name, last);
    }
    if (text === ";" || text === "{" || text === "(" || text === "," || text === "=" || text === "}") break;
    const match = tokens.match[index] as number;
    index = match >= 0 && match < index ? match - 1 : index - 1;
  }
  return plainTarget(tokens, last, last);
}

function plainTarget(tokens: Tokens, index: number, last: number): Target {
  const close = tokenText(tokens, index) === "!" ? index - 1 : index;
  const start = chainStart(tokens, close);
  const name = lastName(tokens, start, close);
  const outer: string[] = [];
  if (start < close && tokenText(tokens, close) !== "]") {
    const owner = lastName(tokens, start, close - 2);
    if (owner !== "") outer.push(owner);
  }
  const open = tokens.parent[index] as number;
  const declared = open >= 0 && tokenText(tokens, open) === "{" ? open : -1;
  const before = tokenText(tokens, start - 1);
  let className: string | undefined;
  if (declared > 0) {
    for (let step = declared - 1; step > Math.max(0, declared - 6); step--) {
      const word = tokenText(tokens, step);
      if (word === "enum") return { name, outer, enumMember: true, attribute: false, typeAlias: false };
      if (word === "class") className = tokenText(tokens, step + 1);
    }
  }
  if (className !== undefined && /[A-Z]/.test(className)) outer.push(className);
  return {
    name,
    outer,
    enumMember: false,
    attribute: isAttribute(tokens, start),
    typeAlias: before === "type" && last === index,
  };
}

/** `<Input name="x" type=`: the name before `=` stands in a tag. */
function isAttribute(tokens: Tokens, name: number): boolean {
  let index = name - 1;
  for (let step = 0; step < 60 && index > 0; step++) {
    const text = tokenText(tokens, index);
    if (text === "<") return tokens.kind[index + 1] === TOKEN.word && tokens.start[index + 1] === tokens.end[index];
    const kind = tokens.kind[index];
    if (kind === TOKEN.string || text === "=" || text === "-" || text === "." || text === ":") index--;
    else if (kind === TOKEN.word) {
      if (/^(?:const|let|var|return|export|static|readonly|private|public|protected|default|type|declare)$/.test(text))
        return false;
      index--;
    } else if (text === "}") {
      const match = tokens.match[index] as number;
      if (match < 0 || match > index) return false;
      index = match - 1;
    } else return false;
  }
  return false;
}

/** The key whose colon is at `colon`, in the object opened at `open`; undefined for a type's member. */
function propertyKey(tokens: Tokens, colon: number, open: number): string | undefined {
  let key = colon - 1;
  let name = stringValue(tokens, key);
  if (name === undefined && tokenText(tokens, key) === "]") {
    const start = tokens.match[key] as number;
    if (start < 0) return undefined;
    name = stringValue(tokens, start + 1) ?? lastName(tokens, start + 1, key - 1);
    key = start;
  } else if (name === undefined) {
    if (tokens.kind[key] !== TOKEN.word && tokens.kind[key] !== TOKEN.number) return undefined;
    name = tokenText(tokens, key);
  }
  const before = tokenText(tokens, key - 1);
  return key - 1 === open || before === "," || before === "}" ? name : undefined;
}

function isIndex(tokens: Tokens, open: number): boolean {
  const before = tokenText(tokens, open - 1);
  if (tokens.start[open] !== tokens.end[open - 1] && before !== "?.") return before === ")" || before === "]";
  return (
    (tokens.kind[open - 1] === TOKEN.word && !PLAIN_WORDS.has(before)) ||
    before === ")" ||
    before === "]" ||
    before === "?."
  );
}

function calleeOf(tokens: Tokens, open: number): { text: string; start: number } | undefined {
  let last = open - 1;
  if (tokenText(tokens, last) === "?.") last--;
  if (tokenText(tokens, last) === ">") {
    let depth = 0;
    for (let step = 0; step < 40 && last > 0; step++, last--) {
      const text = tokenText(tokens, last);
      if (text === ">") depth++;
      else if (text === "<" && --depth === 0) break;
    }
    last--;
  }
  const text = tokenText(tokens, last);
  const isWord = tokens.kind[last] === TOKEN.word;
  if (!(isWord && !PLAIN_WORDS.has(text)) && text !== ")" && text !== "]") return undefined;
  if (text === ")" && tokenText(tokens, (tokens.match[last] ?? 0) - 1) === "if") return undefined;
  const start = chainStart(tokens, last);
  return { text: chainText(tokens, start, last), start };
}

function argumentIndex(tokens: Tokens, open: number, comma: number): number {
  let count = 1;
  for (let index = comma - 1, step = 0; index > open && step < 300; step++) {
    const match = tokens.match[index] as number;
    if (match >= 0 && match < index) index = match;
    if (tokenText(tokens, index) === "," && tokens.parent[index] === open) count++;
    index--;
  }
  return count;
}

/** Token before the start of the expression that `index` belongs to. */
function boundary(tokens: Tokens, index: number): number {
  const level = tokens.parent[index];
  for (let at = index - 1, step = 0; at >= 0 && step < 80; step++) {
    const match = tokens.match[at] as number;
    if (match >= 0 && match < at && tokens.kind[match] !== TOKEN.templateHead) {
      at = match - 1;
      continue;
    }
    if (at === level) return at;
    const text = tokenText(tokens, at);
    if (/^(?:=|\(|,|;|\{|\[|=>|\|\||\?\?|return|:|\?|\+)$/.test(text)) return at;
    at--;
  }
  return index - 1;
}

/** The `?` that a `:` belongs to, or -1 where it is no conditional's. */
function ternaryQuestion(tokens: Tokens, colon: number): number {
  const level = tokens.parent[colon];
  for (let at = colon - 1, step = 0; at >= 0 && step < 80; step++) {
    const match = tokens.match[at] as number;
    if (match >= 0 && match < at) {
      at = match - 1;
      continue;
    }
    if (at === level) return -1;
    const text = tokenText(tokens, at);
    if (text === "?") return at === colon - 1 ? -1 : at;
    if (text === "," || text === ";" || text === "{" || text === "=" || text === "return" || text === "case") return -1;
    at--;
  }
  return -1;
}

function arrowStart(tokens: Tokens, arrow: number): number {
  let index = arrow - 1;
  for (let step = 0; step < 24 && index > 0; step++) {
    const text = tokenText(tokens, index);
    if (text === ")") {
      const match = tokens.match[index] as number;
      index = match >= 0 ? match : index;
      break;
    }
    const before = tokenText(tokens, index - 1);
    if (tokens.kind[index] === TOKEN.word && before !== ":" && before !== "." && before !== "<" && before !== "|")
      break;
    index--;
  }
  return tokenText(tokens, index - 1) === "async" ? index - 1 : index;
}

/** The name of the function whose body holds the `return` at `index`. */
function enclosingFunction(tokens: Tokens, index: number): string {
  let open = tokens.parent[index] as number;
  for (let level = 0; level < 4 && open > 0; level++) {
    if (tokenText(tokens, open) === "{") {
      for (let at = open - 1, step = 0; at > 0 && step < 20; at--, step++) {
        const text = tokenText(tokens, at);
        if (text === "=>") {
          const start = arrowStart(tokens, at);
          return tokenText(tokens, start - 1) === "=" ? assignmentTarget(tokens, start - 2).name : "";
        }
        if (text === ")") {
          const start = tokens.match[at] as number;
          const name = tokenText(tokens, start - 1);
          if (start > 0 && tokens.kind[start - 1] === TOKEN.word && !PLAIN_WORDS.has(name) && name !== "function")
            return name;
          break;
        }
        if (text === ";" || text === "{" || text === "}") break;
      }
    }
    open = tokens.parent[open] as number;
  }
  return "";
}
