/**
 * Where a literal stands: the names it goes by, the calls it is given to, what it is compared with.
 *
 * Reads backwards from the literal through tokens: a handful of steps for each one, no tree.
 */
import { assignmentTarget } from "./assignment-target.ts";
import { COMPARES, CONSTANT_TIME, PASSES, READS, SETS, WAYS } from "./call-kinds.ts";
import { arrowStart, caseLabel, enclosingFunction, propertyKey } from "./enclosing.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import {
  comparedText,
  fieldLabel,
  isEnvironmentDefault,
  knownCall,
  namedPart,
  nextArgument,
  optionName,
  printedLabel,
  siblingName,
} from "./neighbours.ts";
import {
  argumentIndex,
  boundary,
  calleeOf,
  chainEnd,
  chainStart,
  closerOf,
  isIndex,
  lastName,
  openerOf,
  stringValue,
  templateLast,
  ternaryQuestion,
  tokenText,
} from "./token-chains.ts";

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
      compared = comparedText(tokens, end + 2, chainEnd(tokens, end + 2));
      kind = "compare";
      break;
    }
    // `KEYS.includes(token)`, `["…"].includes(token)`.
    if (
      next === "." &&
      tokens.kind[at] !== TOKEN.string &&
      tokens.kind[at] !== TOKEN.template &&
      /^(?:includes|indexOf|has)$/.test(tokenText(tokens, end + 2)) &&
      tokenText(tokens, end + 3) === "("
    ) {
      compared = namedPart(tokens, end + 4, closerOf(tokens, end + 3));
      kind = "compare";
      break;
    }
    const before = at - 1;
    const text = tokenText(tokens, before);
    const isWord = tokens.kind[before] === TOKEN.word;
    if (text === "raw" && tokens.kind[at] === TOKEN.template && tokenText(tokens, before - 2) === "String") {
      at = before - 2;
      continue;
    }
    if (isWord) {
      if (text === "return") {
        const owner = enclosingFunction(tokens, before);
        if (owner !== "") names.push(owner);
        const label = caseLabel(tokens, before);
        if (label !== undefined) names.push(label);
        break;
      }
      if (text === "await" || text === "new" || text === "void" || text === "yield" || text === "async") {
        at = before;
        continue;
      }
      if (text === "case") {
        const block = tokens.parent[before] as number;
        const close = block - 1;
        const open = tokens.match[close] as number;
        if (block > 0 && open >= 0 && open < close) compared = namedPart(tokens, open + 1, close);
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
        compared = comparedText(tokens, chainStart(tokens, before - 1), before - 1);
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
        else if (tokenText(tokens, before - 1) === "]") {
          // `const [token, setToken] = useState("…")`
          const first = (tokens.match[before - 1] as number) + 1;
          if (tokens.kind[first] === TOKEN.word) names.push(tokenText(tokens, first));
        }
        for (const outer of target.outer) names.push(outer);
        if (fallback === undefined && isEnvironmentDefault(tokens, before)) {
          const from = tokens.end[before - 1] as number;
          fallback = { name: target.name, from, start: tokens.start[before - 1] as number, branch: true };
        }
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
          const read = chainStart(tokens, before - 1);
          const name = read === question + 1 ? lastName(tokens, read, before - 1) : "";
          if (/^[A-Z][A-Z\d_]+$/.test(name) && fallback === undefined) {
            names.push(name);
            const from = tokens.end[before - 1] as number;
            fallback = { name, from, start: tokens.start[read] as number, branch: true };
          }
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
        // Envalid takes it only where NODE_ENV is not "production".
        if (key === "devDefault") names.push(key);
        if (!/^(?:default|defaultValue|devDefault|value|useValue|fallback|_default|def)$/.test(key)) names.push(key);
        else {
          const sibling = siblingName(tokens, open);
          if (sibling !== undefined) names.push(sibling);
        }
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
          // `state.getIn(["password", "value"])`: the way to a value.
          if (tokenText(tokens, open - 1) === "(" && WAYS.test(tokenText(tokens, open - 2))) {
            kind = "index";
            break walk;
          }
          const pair = stringValue(tokens, open + 1);
          // `["API_KEY", "…"]` alone is a pair; in a longer list nothing names what follows.
          if (pair !== undefined && before === open + 2 && closerOf(tokens, open) === end + 1) names.push(pair);
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
        const label = position === 0 ? fieldLabel(tokens, callee) : printedLabel(tokens, before);
        if (label !== undefined) names.push(label);
        if (position === 0) {
          // `required("…", "ACME_SECRET")`, `required("…", "env ACME_SECRET is not set")`
          const entry = nextArgument(tokens, end + 1, open);
          const told = entry < 0 ? undefined : stringValue(tokens, entry);
          const name =
            told === undefined ? undefined : /(?:^|env |^env\.)([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?:$| )/.exec(told)?.[1];
          if (name !== undefined) names.push(name);
        } else {
          const name = stringValue(tokens, open + 1);
          if (name !== undefined && position === 1 && READS.test(callee.text)) {
            names.push(name);
            fallback ??= { name, from: tokens.start[before] as number, start: tokens.start[callee.start] as number };
          } else if (name !== undefined && position === 1 && SETS.test(callee.text)) names.push(name);
          else if (position === 2 && /(?:^|[._])set$/.test(callee.text)) {
            // `set(response.headers, "x-api-key", "…")`
            const entry = nextArgument(tokens, open + 1, open);
            const key = entry < 0 ? undefined : stringValue(tokens, entry);
            if (key !== undefined) names.push(key);
          }
        }
        if (COMPARES.test(callee.text)) {
          if (CONSTANT_TIME.test(callee.text)) names.push(`${callee.text}#${position}`);
          const close = closerOf(tokens, open);
          const other = position === 0 ? nextArgument(tokens, end + 1, open) : open + 1;
          compared =
            other < 0 ? callee.text.replace(/\.\w+$/, "") : namedPart(tokens, other, position === 0 ? close : before);
          kind = "compare";
          break walk;
        }
        const module = callee.text.startsWith("require()") ? stringValue(tokens, callee.start + 2) : undefined;
        if (module === "debug") {
          kind = "module";
          break walk;
        }
        const option = /(?:^|\.)(?:option|addOption|flag|get)$/.test(callee.text)
          ? optionName(tokens, open, position, inObject)
          : undefined;
        if (option !== undefined && !names.includes(option)) names.push(option);
        const called = module === undefined ? knownCall(tokens, open, callee.text, position) : `require ${module}`;
        names.push(`${called}#${position}${inObject ? "{}" : ""}`);
        if (module !== undefined && position === 0 && !inObject) {
          at = callee.start;
          end = Math.max(end, closerOf(tokens, open));
          continue;
        }
        if (position === 0 && READS.test(callee.text) && !PASSES.test(callee.text)) {
          kind = "index";
          break walk;
        }
        if (
          module === "debug" ||
          /^(?:require|import|jest\.mock|vi\.mock|it|describe|test|t|i18n\.t)$/.test(callee.text)
        ) {
          kind = "module";
          break walk;
        }
        if (
          position === 0
            ? PASSES.test(callee.text)
            : (position === 1 && READS.test(callee.text)) ||
              (position === 1 && /(?:^|\.)(?:optional|nullish|nullable|fallback|withDefault)$/.test(callee.text)) ||
              /(?:^|\.)concat$/.test(callee.text)
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
        // JSX: `token={"…"}`.
        if (next === "}" && tokenText(tokens, before - 1) === "=" && tokens.end[before - 1] === tokens.start[before]) {
          const target = assignmentTarget(tokens, before - 2);
          names.push(target.name);
          if (target.attribute) kind = "attribute";
          break walk;
        }
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
