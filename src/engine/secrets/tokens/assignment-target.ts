/** What an `=` writes to: a variable, a property, a member of an enum, an attribute of JSX. */
import { TOKEN, type Tokens } from "./lexer.ts";
import { chainStart, lastName, tokenText } from "./token-chains.ts";

interface Target {
  readonly name: string;
  readonly outer: readonly string[];
  readonly enumMember: boolean;
  readonly attribute: boolean;
  readonly typeAlias: boolean;
}

/** What an `=` at `last + 1` writes to. */
export function assignmentTarget(tokens: Tokens, last: number): Target {
  let index = last;
  // A type annotation: walk back to the name before its colon.
  let inBrackets = 0;
  for (let step = 0; step < 24 && index > 0; step++) {
    const text = tokenText(tokens, index);
    const before = tokenText(tokens, index - 1);
    if (before === ":" && tokens.kind[index] !== TOKEN.punctuation && tokens.parent[index] === tokens.parent[last]) {
      const name = tokenText(tokens, index - 2) === "?" || tokenText(tokens, index - 2) === "!" ? index - 3 : index - 2;
      if (tokens.kind[name] === TOKEN.word) return plainTarget(tokens, name, last);
    }
    const opened = text === "}" ? (tokens.match[index] as number) : -1;
    if (opened > 0 && (inBrackets > 0 || /^[:|&]$/.test(tokenText(tokens, opened - 1)))) {
      // `const settings: { key: string }[] = …`, `const settings: Array<{ key: string }> = …`
      const colon = opened - 1;
      const name = /^[?!]$/.test(tokenText(tokens, colon - 1)) ? colon - 2 : colon - 1;
      if (inBrackets === 0 && tokenText(tokens, colon) === ":" && tokens.kind[name] === TOKEN.word)
        return plainTarget(tokens, name, last);
      index = colon;
      continue;
    }
    if (text === ">") inBrackets++;
    else if (text === "<") inBrackets--;
    else if (text === "," && inBrackets > 0) {
      index--;
      continue;
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
    for (let step = declared - 1; step >= Math.max(0, declared - 6); step--) {
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
