/** A condition as its author wrote it, for people who read a path: `unless updated.rowCount`. */

/** Longer conditions are read in the code. */
const LONGEST = 72;

/** The condition behind `if` or `unless`; undefined where it is too long to be read in passing. */
export function writtenCondition(text: string | undefined, word: "if" | "unless"): string | undefined {
  const plain = text?.replace(/\s+/g, " ").trim();
  if (!plain || plain.length > LONGEST || plain.includes("`") || /\/[*/]/.test(plain)) return undefined;
  const condition = withoutValues(plain);
  const denied = /^!(?!=)/.test(condition) ? condition.slice(1) : undefined;
  if (denied !== undefined && isOperand(denied))
    return `${word === "if" ? "unless" : "if"} ${presence(unwrapped(denied))}`;
  return `${word} ${presence(condition)}`;
}

/** A lone name is asked for: `plan is there`. One that answers by itself is left: `user.isSuspended`. */
function presence(condition: string): string {
  const last = /^[\w$]+(?:\??\.[\w$]+)*$/.test(condition) ? condition.split(".").at(-1)! : undefined;
  if (last === undefined || ANSWERS.test(last)) return condition;
  return `${condition} is there`;
}

const ANSWERS =
  /^(?:is|has|can|should|was|did|must|allow|need|want)s?(?=[A-Z_\d]|$)|(?:[a-z]ed|able|ible|[vV]alid|ok|success|active|length|[sS]ize|[cC]ount)$/;

/** Texts of comparisons may be secrets: only words stay, and none beside a name that speaks of a secret. */
function withoutValues(text: string): string {
  const guarded = /pass|secret|token|key|credential|signature/i.test(text.replace(/(["'])(?:\\.|(?!\1).)*\1/g, ""));
  return text.replace(/(["'])((?:\\.|(?!\1).)*)\1/g, (whole, quote, inner) =>
    !guarded && /^[A-Za-z][A-Za-z_ -]{0,23}$/.test(inner) ? whole : `${quote}…${quote}`,
  );
}

/** `user.active`, `isAllowed(user)`, `(a && b)`: what a single `!` in front of it denies. */
function isOperand(text: string): boolean {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (depth === 0 && /[\s&|=<>+*%?:^-]/.test(character) && !isOptionalChain(text, index)) return false;
  }
  return depth === 0;
}

function isOptionalChain(text: string, index: number): boolean {
  return text[index] === "?" && text[index + 1] === ".";
}

/** Without parentheses around the whole. */
function unwrapped(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  const inner = text.slice(1, -1);
  let depth = 0;
  for (const character of inner) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) return text;
  }
  return inner;
}
