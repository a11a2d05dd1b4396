/** Edits around statements, with the indentation that is there. */
import type { FileFacts, Span, Statement } from "../../facts/file-facts.ts";
import type { Edit } from "../../model/finding.ts";
import { styleOf } from "./file-style.ts";
import { indentAt, lineEnd, lineStart, type SourceText, startsLine } from "./source-text.ts";
import { insertion } from "./text-edits.ts";
import { deep, expressionsIn, inStatements } from "./visit-facts.ts";

/** Lines ahead of a statement and of the comment above it. Lines come without indentation of their own level. */
export function insertBefore(source: SourceText, statement: Statement, lines: readonly string[]): Edit {
  const start = statementStart(source.text, statement);
  const { newline } = styleOf(source);
  if (!startsLine(source.text, start))
    return insertion(source.file, start, `${lines.map((line) => line.trim()).join(" ")} `);
  const at = aboveComments(source.text, lineStart(source.text, start));
  return insertion(source.file, at, indented(lines, indentAt(source.text, start), newline) + newline);
}

/** Lines behind a statement and of what else stands on its last line. */
export function insertAfter(source: SourceText, statement: Statement, lines: readonly string[]): Edit {
  const { newline } = styleOf(source);
  const start = statementStart(source.text, statement);
  if (!startsLine(source.text, start))
    return insertion(
      source.file,
      statementEnd(source.text, statement),
      ` ${lines.map((line) => line.trim()).join(" ")}`,
    );
  const end = lineEnd(source.text, statementEnd(source.text, statement));
  return insertion(source.file, end, newline + indented(lines, indentAt(source.text, start), newline));
}

/** Lines at the top of a function's body. Undefined for a short arrow function without braces. */
export function insertAtTop(source: SourceText, functionIndex: number, lines: readonly string[]): Edit | undefined {
  const target = source.facts.functions[functionIndex];
  if (!target || target.short) return undefined;
  const first = target.body[0];
  if (first && startsLine(source.text, statementStart(source.text, first))) return insertBefore(source, first, lines);
  const style = styleOf(source);
  const outer = indentAt(source.text, target.bodyAt[0]);
  const text = indented(lines, outer + style.indent, style.newline);
  const empty = source.text.slice(target.bodyAt[0] + 1, target.bodyAt[1] - 1).trim() === "";
  return insertion(source.file, target.bodyAt[0] + 1, style.newline + text + (empty ? style.newline + outer : ""));
}

/**
 * Puts neighbouring statements inside something: `open` and `close` are lines around them, and they move in by one
 * level. Lines inside template literals stay as they are.
 */
export function wrapStatements(
  source: SourceText,
  statements: readonly Statement[],
  open: readonly string[],
  close: readonly string[],
): readonly Edit[] {
  const first = statements[0];
  const last = statements.at(-1);
  if (!first || !last) return [];
  const style = styleOf(source);
  const start = statementStart(source.text, first);
  const top = startsLine(source.text, start) ? aboveComments(source.text, lineStart(source.text, start)) : start;
  const end = lineEnd(source.text, statementEnd(source.text, last));
  const indent = indentAt(source.text, start);
  const templates = templateSpans(source.facts, [top, end]);
  const edits: Edit[] = [insertion(source.file, top, indented(open, indent, style.newline) + style.newline)];
  for (let line = top; line <= end; line = source.text.indexOf("\n", line) + 1) {
    const inside = templates.some((span) => span[0] < line && line < span[1]);
    if (!inside && source.text.slice(line, lineEnd(source.text, line)).trim() !== "") {
      edits.push(insertion(source.file, line, style.indent));
    }
    if (source.text.indexOf("\n", line) < 0) break;
  }
  edits.push(insertion(source.file, end, style.newline + indented(close, indent, style.newline)));
  return edits;
}

/** Where the statement begins, its keyword included. */
export function statementStart(text: string, statement: Statement): number {
  const start = statement.at[0];
  const before = text.slice(lineStart(text, start), start);
  const keyword = /(?:export\s+)?(?:const|let|var|(?:await\s+)?using)\s+$/.exec(before);
  return statement.kind === "declare" && keyword ? start - keyword[0].length : start;
}

/** Where it ends, its semicolon included. */
export function statementEnd(text: string, statement: Statement): number {
  const end = statement.at[1];
  const rest = /^[ \t]*;/.exec(text.slice(end, end + 20));
  return rest && text[end - 1] !== ";" && text[end - 1] !== "}"
    ? end + rest[0].length
    : rest && statement.kind !== "if"
      ? end + rest[0].length
      : end;
}

/** True where a `return` of these statements would leave the function around them. */
export function returns(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    if (statement.kind === "return") return true;
    if (statement.kind === "if") return returns(statement.then) || returns(statement.otherwise);
    if (statement.kind === "loop") return returns(statement.body);
    if (statement.kind === "switch") return statement.cases.some((one) => returns(one.body));
    if (statement.kind === "try")
      return returns(statement.body) || returns(statement.handler ?? []) || returns(statement.finally);
    return false;
  });
}

/** Bindings that these statements declare at their own level and below. */
export function declared(facts: FileFacts, statements: readonly Statement[]): ReadonlySet<number> {
  const first = statements[0];
  const last = statements.at(-1);
  const found = new Set<number>();
  if (!first || !last) return found;
  for (const [index, binding] of facts.bindings.entries()) {
    if (binding.at[0] >= first.at[0] && binding.at[1] <= last.at[1]) found.add(index);
  }
  return found;
}

/** True where an expression outside the span, but in the same file, uses one of the bindings. */
export function usedOutside(facts: FileFacts, bindings: ReadonlySet<number>, span: Span): boolean {
  for (const expression of expressionsIn(facts)) {
    if (expression.kind !== "name" || !bindings.has(expression.binding)) continue;
    if (expression.at[0] < span[0] || expression.at[1] > span[1]) return true;
  }
  return false;
}

export function usesIn(statements: readonly Statement[], binding: number): boolean {
  for (const expression of inStatements(statements)) {
    for (const part of deep([expression])) if (part.kind === "name" && part.binding === binding) return true;
  }
  return false;
}

export function indented(lines: readonly string[], indent: string, newline: string): string {
  return lines.map((line) => (line === "" ? "" : indent + line)).join(newline);
}

function aboveComments(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const previous = lineStart(text, at - 1);
    if (!/^\s*(?:\/\/|\/\*.*\*\/\s*$|\*|\/\*)/.test(text.slice(previous, at - 1))) return at;
    at = previous;
  }
  return at;
}

function templateSpans(facts: FileFacts, within: Span): readonly Span[] {
  const spans: Span[] = [];
  for (const expression of expressionsIn(facts)) {
    const multiline =
      expression.kind === "template" || (expression.kind === "literal" && typeof expression.value === "string");
    if (multiline && expression.at[0] >= within[0] && expression.at[1] <= within[1]) spans.push(expression.at);
  }
  return spans;
}
