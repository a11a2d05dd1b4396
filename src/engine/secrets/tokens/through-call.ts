/** From an argument, or an item of a list, outwards: what the call makes of it, and what the other arguments say. */

import { nameRole } from "../judge/secret-names.ts";
import { COMPARES, CONSTANT_TIME, PASSES, READS, SETS, WAYS } from "./call-kinds.ts";
import type { Tokens } from "./lexer.ts";
import {
  boundName,
  fieldLabel,
  isLabelOfHmac,
  knownCall,
  namedPart,
  nextArgument,
  optionName,
  printedLabel,
} from "./neighbours.ts";
import { argumentIndex, calleeOf, closerOf, isIndex, stringValue, tokenText } from "./token-chains.ts";
import type { Walk } from "./walk.ts";

type Callee = NonNullable<ReturnType<typeof calleeOf>>;

/** `before` is the parenthesis, bracket or comma ahead of it. True where the way goes on. */
export function throughCall(walk: Walk, before: number, text: string): boolean {
  const { tokens } = walk;
  const open = text === "(" ? before : (tokens.parent[before] as number);
  if (open < 0) return false;
  const bracket = tokenText(tokens, open);
  if (bracket === "[") return throughList(walk, before, open);
  if (bracket !== "(") return false;
  const callee = calleeOf(tokens, open);
  if (callee === undefined) {
    walk.at = open;
    walk.end = closerOf(tokens, open);
    return true;
  }
  const position = text === "(" ? 0 : argumentIndex(tokens, open, before);
  const label = position === 0 ? fieldLabel(tokens, callee) : printedLabel(tokens, before);
  if (label !== undefined) walk.names.push(label);
  nameByOtherArgument(walk, before, open, callee, position);
  if (COMPARES.test(callee.text)) {
    compareInCall(walk, before, open, callee, position);
    return false;
  }
  const module = callee.text.startsWith("require()") ? stringValue(tokens, callee.start + 2) : undefined;
  if (module === "debug") {
    walk.kind = "module";
    return false;
  }
  if (position === 1 && isLabelOfHmac(tokens, callee, open, walk.end)) {
    walk.kind = "module";
    return false;
  }
  const bound = position === 0 && !walk.inObject ? boundName(tokens, callee, open) : undefined;
  if (bound !== undefined) walk.names.push(bound);
  const option = /(?:^|\.)(?:option|addOption|flag|get)$/.test(callee.text)
    ? optionName(tokens, open, position, walk.inObject)
    : undefined;
  if (option !== undefined && !walk.names.includes(option)) walk.names.push(option);
  const called = calledAs(tokens, open, callee, module, position);
  walk.names.push(`${called}#${position}${walk.inObject ? "{}" : ""}`);
  if (module !== undefined && position === 0 && !walk.inObject) {
    walk.at = callee.start;
    walk.end = Math.max(walk.end, closerOf(tokens, open));
    return true;
  }
  if (position === 0 && READS.test(callee.text) && !PASSES.test(callee.text)) {
    walk.kind = "index";
    return false;
  }
  if (module === "debug" || /^(?:require|import|jest\.mock|vi\.mock|it|describe|test|t|i18n\.t)$/.test(callee.text)) {
    walk.kind = "module";
    return false;
  }
  if (
    position === 0
      ? PASSES.test(callee.text)
      : (position === 1 && READS.test(callee.text)) ||
        (position === 1 && /(?:^|\.)(?:optional|nullish|nullable|fallback|withDefault)$/.test(callee.text)) ||
        /(?:^|\.)concat$/.test(callee.text)
  ) {
    walk.at = callee.start;
    walk.end = Math.max(walk.end, closerOf(tokens, open));
    return true;
  }
  return false;
}

/** What a call is called; `require("crypto").createHmac` like `crypto.createHmac`, where its argument is a key. */
function calledAs(tokens: Tokens, open: number, callee: Callee, module: string | undefined, position: number): string {
  if (module === undefined) return knownCall(tokens, open, callee.text, position);
  const member = callee.text.replace(/^require\(\)/, module.slice(module.lastIndexOf("/") + 1));
  const role = member.includes(".") ? nameRole(`${member}#${position}`) : undefined;
  return role === "sink" || role === "password" ? member : `require ${module}`;
}

function throughList(walk: Walk, before: number, open: number): boolean {
  const { tokens } = walk;
  if (isIndex(tokens, open)) {
    walk.kind = "index";
    return false;
  }
  // `state.getIn(["password", "value"])`: the way to a value.
  if (tokenText(tokens, open - 1) === "(" && WAYS.test(tokenText(tokens, open - 2))) {
    walk.kind = "index";
    return false;
  }
  const pair = stringValue(tokens, open + 1);
  // `["API_KEY", "…"]` alone is a pair; in a longer list nothing names what follows.
  if (pair !== undefined && before === open + 2 && closerOf(tokens, open) === walk.end + 1) walk.names.push(pair);
  walk.at = open;
  walk.end = closerOf(tokens, open);
  return true;
}

/** `required("…", "ACME_SECRET")`, `read("ACME_SECRET", "…")`, `set(headers, "x-api-key", "…")`. */
function nameByOtherArgument(walk: Walk, before: number, open: number, callee: Callee, position: number): void {
  const { tokens } = walk;
  if (position === 0) {
    // `required("…", "ACME_SECRET")`, `required("…", "env ACME_SECRET is not set")`
    const entry = nextArgument(tokens, walk.end + 1, open);
    const told = entry < 0 ? undefined : stringValue(tokens, entry);
    const name =
      told === undefined ? undefined : /(?:^|env |^env\.)([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?:$| )/.exec(told)?.[1];
    if (name !== undefined) walk.names.push(name);
  } else {
    const name = stringValue(tokens, open + 1);
    // `axios.get("https://…", { … })` asks an address, and reads no setting.
    if (name !== undefined && position === 1 && !name.includes("/") && READS.test(callee.text)) {
      walk.names.push(name);
      walk.fallback ??= { name, from: tokens.start[before] as number, start: tokens.start[callee.start] as number };
    } else if (name !== undefined && position === 1 && SETS.test(callee.text)) walk.names.push(name);
    else if (position === 2 && /(?:^|[._])set$/.test(callee.text)) {
      // `set(response.headers, "x-api-key", "…")`
      const entry = nextArgument(tokens, open + 1, open);
      const key = entry < 0 ? undefined : stringValue(tokens, entry);
      if (key !== undefined) walk.names.push(key);
    }
  }
}

function compareInCall(walk: Walk, before: number, open: number, callee: Callee, position: number): void {
  const { tokens } = walk;
  if (CONSTANT_TIME.test(callee.text)) walk.names.push(`${callee.text}#${position}`);
  const close = closerOf(tokens, open);
  const other = position === 0 ? nextArgument(tokens, walk.end + 1, open) : open + 1;
  walk.compared =
    other < 0 ? callee.text.replace(/\.\w+$/, "") : namedPart(tokens, other, position === 0 ? close : before);
  walk.kind = "compare";
}
