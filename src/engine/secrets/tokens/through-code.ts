/** From a value outwards through what names it: words ahead of it, assignments, properties, attributes. True where the way goes on. */
import { assignmentTarget } from "./assignment-target.ts";
import { caseLabel, enclosingFunction, propertyKey } from "./enclosing.ts";
import { TOKEN } from "./lexer.ts";
import { isEnvironmentDefault, namedPart, siblingName } from "./neighbours.ts";
import { boundary, chainStart, closerOf, lastName, ternaryQuestion, tokenText } from "./token-chains.ts";
import type { Walk } from "./walk.ts";

/** `return "…"`, `case "…"`, `new …`. */
export function throughWord(walk: Walk, before: number, text: string): boolean {
  const { tokens } = walk;
  if (text === "return") {
    const owner = enclosingFunction(tokens, before);
    if (owner !== "") walk.names.push(owner);
    const label = caseLabel(tokens, before);
    if (label !== undefined) walk.names.push(label);
    return false;
  }
  if (text === "await" || text === "new" || text === "void" || text === "yield" || text === "async") {
    walk.at = before;
    return true;
  }
  if (text === "case") {
    const block = tokens.parent[before] as number;
    const close = block - 1;
    const open = tokens.match[close] as number;
    if (block > 0 && open >= 0 && open < close) walk.compared = namedPart(tokens, open + 1, close);
  }
  if (text === "case" || text === "in" || text === "instanceof" || text === "typeof") walk.kind = "compare";
  else if (text === "import" || text === "from" || text === "require") walk.kind = "module";
  else if (text === "as" || text === "satisfies" || text === "extends" || text === "keyof") walk.kind = "type";
  return false;
}

/** `token = "…"`, `token ??= "…"`. */
export function throughAssignment(walk: Walk, before: number, text: string): boolean {
  const { tokens } = walk;
  const target = assignmentTarget(tokens, before - 1);
  if (target.name !== "") walk.names.push(target.name);
  else if (tokenText(tokens, before - 1) === "]") {
    // `const [token, setToken] = useState("…")`
    const first = (tokens.match[before - 1] as number) + 1;
    if (tokens.kind[first] === TOKEN.word) walk.names.push(tokenText(tokens, first));
  }
  for (const outer of target.outer) walk.names.push(outer);
  if (walk.fallback === undefined && isEnvironmentDefault(tokens, before)) {
    const from = tokens.end[before - 1] as number;
    walk.fallback = { name: target.name, from, start: tokens.start[before - 1] as number, branch: true };
  }
  if (target.enumMember) walk.kind = "enum";
  if (target.attribute) walk.kind = "attribute";
  if (target.typeAlias) walk.kind = "type";
  if (text === "||=" || text === "??=") {
    walk.fallback ??= {
      name: target.name,
      from: tokens.end[before - 1] as number,
      start: tokens.start[chainStart(tokens, before - 1)] as number,
    };
  }
  return false;
}

/** `token: "…"`, and the last part of `set ? TOKEN : "…"`. */
export function throughColon(walk: Walk, before: number): boolean {
  const { tokens } = walk;
  const open = tokens.parent[before] as number;
  const question = ternaryQuestion(tokens, before);
  if (question >= 0) {
    const read = chainStart(tokens, before - 1);
    const name = read === question + 1 ? lastName(tokens, read, before - 1) : "";
    if (/^[A-Z][A-Z\d_]+$/.test(name) && walk.fallback === undefined) {
      walk.names.push(name);
      const from = tokens.end[before - 1] as number;
      walk.fallback = { name, from, start: tokens.start[read] as number, branch: true };
    }
    walk.at = boundary(tokens, question) + 1;
    return true;
  }
  // Where no bracket is open, the text is a part of an object: `apiKey: "…",`.
  if (open >= 0 && tokenText(tokens, open) !== "{") {
    walk.kind = "type";
    return false;
  }
  const key = propertyKey(tokens, before, open);
  if (key === undefined) {
    walk.kind = "type";
    return false;
  }
  // Envalid takes it only where NODE_ENV is not "production".
  if (key === "devDefault") walk.names.push(key);
  if (!/^(?:default|defaultValue|devDefault|value|useValue|fallback|_default|def)$/.test(key)) walk.names.push(key);
  else {
    const sibling = siblingName(tokens, open);
    if (sibling !== undefined) walk.names.push(sibling);
  }
  if (open < 0) return false;
  walk.inObject = true;
  walk.at = open;
  walk.end = closerOf(tokens, open);
  return true;
}

/** A key of an object, or JSX: `token={"…"}`. */
export function throughBrace(walk: Walk, before: number, next: string): boolean {
  const { tokens } = walk;
  if (next === "}" && tokenText(tokens, before - 1) === "=" && tokens.end[before - 1] === tokens.start[before]) {
    const target = assignmentTarget(tokens, before - 2);
    walk.names.push(target.name);
    if (target.attribute) walk.kind = "attribute";
    return false;
  }
  if (next === ":" || next === "(" || next === "}" || next === ",") walk.kind = "key";
  return false;
}
