/** Conditions in words: `unless something is found in products`, `if products.stock < body.quantity`. */
import type { EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";

/** Longer conditions are read in the code. */
const LONGEST = 80;

/** Words for a test that stops the path when it holds (`if`) or does not (`unless`); undefined where there are none. */
export function conditionWords(test: Term, word: "if" | "unless", effects: readonly EffectEvent[]): string | undefined {
  if (test.kind === "operation" && test.operator === "!" && test.parts[0]) {
    return conditionWords(test.parts[0], word === "if" ? "unless" : "if", effects);
  }
  const text = testWords(test, effects);
  return text === undefined || text.length > LONGEST ? undefined : `${word} ${text}`;
}

const COMPARISONS: ReadonlySet<string> = new Set(["===", "==", "!==", "!=", "<", ">", "<=", ">="]);

function testWords(test: Term, effects: readonly EffectEvent[]): string | undefined {
  if (test.kind === "operation") {
    const [left, right] = test.parts;
    if (!left || !right || !COMPARISONS.has(test.operator)) return undefined;
    const [one, two] = [nameOf(left, effects), nameOf(right, effects)];
    const bothFixed = left.kind === "literal" && right.kind === "literal";
    return one && two && !bothFixed ? `${one} ${test.operator} ${two}` : undefined;
  }
  const row = rowOf(test, effects);
  if (row?.property === "") return `something is found in ${row.target}`;
  const name = nameOf(test, effects);
  if (name === undefined) return undefined;
  return name.endsWith("()") ? `${name} gives something` : `${name} is there`;
}

/** Names that say nothing without their owner. */
const VAGUE: ReadonlySet<string> = new Set([
  ...["length", "size", "value", "data", "result", "type", "kind", "name", "code", "error", "message", "ok", "default"],
  ...["success", "0", "rows", "then", "status"],
]);

/** A value by the name that a reader knows it by. */
function nameOf(term: Term, effects: readonly EffectEvent[]): string | undefined {
  const row = rowOf(term, effects);
  if (row) return row.property === "" ? undefined : `${row.target}.${row.property}`;
  switch (term.kind) {
    case "literal":
      return JSON.stringify(term.value);
    case "undefined":
      return "undefined";
    case "input":
      return term.path.length > 0 ? `${term.source}.${term.path.join(".")}` : `the ${term.source}`;
    case "environment":
      return term.name;
    case "member":
      return VAGUE.has(term.name) ? undefined : term.name;
    case "result":
      return callName(term.of.text);
    case "external": {
      const last = term.path.at(-1) ?? "";
      if (last.endsWith("()")) return callName(last);
      return /^[A-Za-z_$][\w$]*$/.test(last) && !VAGUE.has(last) ? last : undefined;
    }
    default:
      return undefined;
  }
}

function callName(text: string): string | undefined {
  const name = text.replace(/\(\)$/, "");
  return /^[\w$.#]{2,40}$/.test(name) ? `${name}()` : undefined;
}

/** Steps from what a query gives back to its first row. */
const TO_THE_ROW = /^(?:rows|data|items|0|\[\]|first\(\)|at\(\)|at)$/;

/** What an earlier read found, or a property of it. */
function rowOf(
  term: Term,
  effects: readonly EffectEvent[],
): { readonly target: string; readonly property: string } | undefined {
  const trail: string[] = [];
  let inner: Term | undefined = term;
  while (inner) {
    const found = effects.find((effect) => effect.access === "read" && effect.result === inner);
    if (found) {
      if (found.target === undefined) return undefined;
      return { target: found.target, property: trail.filter((step) => !TO_THE_ROW.test(step)).join(".") };
    }
    if (inner.kind === "member") {
      trail.unshift(inner.name);
      inner = inner.of;
    } else if (inner.kind === "element") {
      inner = inner.of;
    } else if (inner.kind === "external" && inner.base) {
      trail.unshift(inner.path.at(-1) ?? "");
      inner = inner.base;
    } else return undefined;
  }
  return undefined;
}
