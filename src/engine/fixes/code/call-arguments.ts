/** Edits of the arguments of a call, and of the fields of an object literal. */
import type { CallExpression, Expression, ObjectExpression } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import { indentAt, nextToken, type SourceText, startsLine } from "./source-text.ts";
import { insertion } from "./text-edits.ts";

type ArrayExpression = Extract<Expression, { kind: "array" }>;

/** `f(a)` → `f(a, text)`. */
export function appendArgument(source: SourceText, call: CallExpression, text: string): Edit {
  const last = call.arguments.at(-1);
  if (!last) return insertion(source.file, call.at[1] - 1, text);
  return insertAfter(source, last.at, text);
}

/** `f(a, b)` → `f(a, text, b)`: ahead of the argument at the index. */
export function insertArgument(source: SourceText, call: CallExpression, index: number, text: string): Edit {
  const next = call.arguments[index];
  if (!next) return appendArgument(source, call, text);
  const separator = startsLine(source.text, next.at[0])
    ? `,${newlineOf(source.text)}${indentAt(source.text, next.at[0])}`
    : ", ";
  return insertion(source.file, next.at[0], `${text}${separator}`);
}

/** `f(x)` → `f(before x after)`: the argument inside something else. */
export function wrapArgument(
  source: SourceText,
  call: CallExpression,
  index: number,
  before: string,
  after: string,
): readonly Edit[] {
  const argument = call.arguments[index];
  if (!argument) return [];
  return [insertion(source.file, argument.at[0], before), insertion(source.file, argument.at[1], after)];
}

/**
 * Gives an options object at an argument position one more field: a new object where there is none, a field in a literal, a
 * copy with the field where it is a variable. Undefined where earlier arguments are missing or spread.
 */
export function addOption(
  source: SourceText,
  call: CallExpression,
  index: number,
  key: string,
  value: string,
): readonly Edit[] | undefined {
  if (call.arguments.some((argument) => argument.kind === "spread")) return undefined;
  if (call.arguments.length < index) return undefined;
  const options = call.arguments[index];
  const field = key === value ? key : `${key}: ${value}`;
  if (!options) return [appendArgument(source, call, `{ ${field} }`)];
  if (options.kind === "object") {
    return options.fields.some((one) => one.key === key || one.spread)
      ? undefined
      : [addField(source, options, key, value)];
  }
  if (options.kind !== "name" && options.kind !== "member") return undefined;
  return wrapArgument(source, call, index, "{ ...", `, ${field} }`);
}

/** An item at the end of an array literal. */
export function insertAfterItem(source: SourceText, array: ArrayExpression, text: string): Edit {
  const last = array.items.at(-1);
  return last
    ? insertAfter(source, last.at, text)
    : { kind: "replace", file: source.file, at: array.at, text: `[${text}]` };
}

/** A field at the end of an object literal, on its own line where the others have theirs. */
export function addField(source: SourceText, object: ObjectExpression, key: string, value: string): Edit {
  const field = key === value ? key : `${key}: ${value}`;
  const last = object.fields.at(-1);
  if (!last) return { kind: "replace", file: source.file, at: object.at, text: `{ ${field} }` };
  return insertAfter(source, last.at, field);
}

/** Behind a member of a list, in the list's own layout. */
function insertAfter({ file, text }: SourceText, member: readonly [number, number], added: string): Edit {
  // `x!` ends behind its mark, which facts leave out.
  const mark = /^!(?!=)/.test(text.slice(member[1], member[1] + 2)) ? 1 : 0;
  const at = [member[0], member[1] + mark] as const;
  const next = nextToken(text, at[1]);
  const trailing = next.character === ",";
  if (trailing && startsLine(text, at[0])) {
    // One per line, with a comma behind the last: keep it so, below a comment at the line's end.
    const behind = /^[ \t]*(?:\/\/[^\n]*?|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(next.at + 1));
    const end = next.at + 1 + (behind?.[0].length ?? 0);
    return insertion(file, end, `${newlineOf(text)}${indentAt(text, at[0])}${added},`);
  }
  const separator =
    startsLine(text, at[0]) && text.slice(at[1], next.at).includes("\n")
      ? `,${newlineOf(text)}${indentAt(text, at[0])}`
      : ", ";
  return insertion(file, at[1], `${separator}${added}`);
}

function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
