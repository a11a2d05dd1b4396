/** Imports a name, in the file's own way of importing; nothing is done where it is imported already. */
import type { Edit } from "../../model/finding.ts";
import { type FileStyle, quoted, styleOf } from "./file-style.ts";
import { indentAt, lineEnd, type SourceText, startsLine } from "./source-text.ts";
import { insertion } from "./text-edits.ts";

export interface WantedImport {
  /** The specifier: `"./db.ts"`, `"stripe"`. */
  readonly module: string;
  /** `"default"`, `"*"` or the exported name. */
  readonly name: string;
  /** The name to use here; the exported name where it is left out. */
  readonly as?: string;
  /** Only the type is used. */
  readonly use?: "type";
}

export interface AddedImport {
  /** What the name is called in this file. */
  readonly local: string;
  readonly edits: readonly Edit[];
}

export function addImport(source: SourceText, wanted: WantedImport): AddedImport {
  const style = styleOf(source);
  const known = importedAs(source, wanted);
  if (known !== undefined) return { local: known, edits: [] };

  const local = freeName(source, wanted.as ?? wanted.name);
  if (style.modules === "commonjs") {
    const joined = mergeIntoRequire(source, wanted, local);
    if (joined) return { local, edits: [joined] };
    return { local, edits: [newLine(source, style, requireText(style, wanted, local))] };
  }
  const merged = mergeInto(source, wanted, local);
  return { local, edits: [merged ?? newLine(source, style, importText(style, wanted, local))] };
}

/** The statement by itself, for a new file. */
export function importStatement(style: FileStyle, wanted: WantedImport): string {
  const local = wanted.as ?? wanted.name;
  return style.modules === "commonjs" ? requireText(style, wanted, local) : importText(style, wanted, local);
}

function importedAs({ facts, text }: SourceText, wanted: WantedImport): string | undefined {
  for (const fact of facts.imports) {
    if (fact.module !== wanted.module || fact.binding < 0) continue;
    if (fact.typeOnly && wanted.use !== "type") continue;
    if (fact.name === wanted.name) return facts.bindings[fact.binding]?.name;
  }
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.kind !== "declare" || statement.value?.kind !== "module") continue;
    if (statement.value.module !== wanted.module || statement.value.dynamic) continue;
    const { pattern } = statement;
    if (pattern.kind === "binding") {
      const name = facts.bindings[pattern.binding]?.name;
      if (name !== undefined) return wanted.name === "default" || wanted.name === "*" ? name : `${name}.${wanted.name}`;
    }
    if (pattern.kind === "object") {
      const field = pattern.fields.find((candidate) => candidate.key === wanted.name);
      if (field?.pattern.kind === "binding") return text.slice(...field.pattern.at);
    }
  }
  return undefined;
}

/** Into the braces of an import of the same module. */
function mergeInto({ file, text, facts }: SourceText, wanted: WantedImport, local: string): Edit | undefined {
  if (wanted.name === "default" || wanted.name === "*") return undefined;
  const last = facts.imports.findLast(
    (fact) =>
      fact.module === wanted.module &&
      fact.binding >= 0 &&
      fact.name !== "default" &&
      fact.name !== "*" &&
      !isTypeStatement(text, facts.bindings[fact.binding]?.at[0] ?? 0),
  );
  const binding = last && facts.bindings[last.binding];
  if (!binding) return undefined;
  const type = wanted.use === "type" ? "type " : "";
  const name = `${type}${local === wanted.name ? local : `${wanted.name} as ${local}`}`;
  const separator = startsLine(text, specifierStart(text, binding.at[0]))
    ? `,${text.includes("\r\n") ? "\r\n" : "\n"}${indentAt(text, binding.at[0])}`
    : ", ";
  return insertion(file, binding.at[1], `${separator}${name}`);
}

/** Into the braces of `const { … } = require("…")`. */
function mergeIntoRequire({ file, facts }: SourceText, wanted: WantedImport, local: string): Edit | undefined {
  if (wanted.name === "default" || wanted.name === "*") return undefined;
  for (const statement of facts.functions[0]?.body ?? []) {
    if (statement.kind !== "declare" || statement.value?.kind !== "module" || statement.value.dynamic) continue;
    if (statement.value.module !== wanted.module || statement.pattern.kind !== "object" || statement.pattern.rest)
      continue;
    const last = statement.pattern.fields.at(-1);
    if (!last || last.default || last.pattern.kind !== "binding") continue;
    return insertion(file, last.pattern.at[1], `, ${local === wanted.name ? local : `${wanted.name}: ${local}`}`);
  }
  return undefined;
}

/** `import type { … }` as a whole. */
function isTypeStatement(text: string, offset: number): boolean {
  return /\bimport\s+type\s*\{[^{}]*$/.test(text.slice(Math.max(0, offset - 2000), offset));
}

/** Start of `type a as b` whose `b` stands at the offset. */
function specifierStart(text: string, offset: number): number {
  const before = /(?:type\s+)?(?:[\w$]+\s+as\s+)?$/.exec(text.slice(Math.max(0, offset - 300), offset));
  return offset - (before?.[0].length ?? 0);
}

function newLine({ file, text, facts }: SourceText, style: FileStyle, statement: string): Edit {
  let after = -1;
  for (const fact of facts.imports) after = Math.max(after, importEnd(text, fact.at[1]));
  for (const statement of facts.functions[0]?.body ?? []) {
    // What is required further down is not there yet for what runs from here on.
    if (after >= 0 && statement.kind === "expression" && !text.startsWith("require(", statement.at[0])) break;
    if (statement.kind !== "declare" || statement.value?.kind !== "module" || statement.value.dynamic) continue;
    after = Math.max(after, lineEnd(text, statement.value.at[1]));
  }
  if (after >= 0) return insertion(file, after, `${style.newline}${statement}`);
  const top = topOfCode(text);
  return insertion(file, top, `${statement}${style.newline}${text.slice(top).trim() === "" ? "" : style.newline}`);
}

/** End of the line an import ends on: `at` may be the whole declaration or one name in it. */
function importEnd(text: string, offset: number): number {
  const rest = /^[^;"']*?from\s*["'][^"'\n]*["'][^\n;]*;?/.exec(text.slice(offset, offset + 4000));
  const closed = /["'];?\s*$/.test(text.slice(Math.max(0, offset - 3), offset));
  return lineEnd(text, closed || !rest ? offset : offset + rest[0].length);
}

/** Behind a shebang, directives and the comment that heads the file. A comment that touches code belongs to the code. */
function topOfCode(text: string): number {
  let at = /^#!.*\r?\n/.exec(text)?.[0].length ?? 0;
  for (;;) {
    const rest = text.slice(at);
    const piece =
      /^[ \t]*["']use [a-z]+["'];?[ \t]*(?:\r?\n)+/.exec(rest) ??
      /^(?:[ \t]*\/\/.*\r?\n)+(?:[ \t]*\r?\n)+/.exec(rest) ??
      /^[ \t]*\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*\r?\n(?:[ \t]*\r?\n)+/.exec(rest);
    if (!piece) return at;
    at += piece[0].length;
  }
}

function importText(style: FileStyle, wanted: WantedImport, local: string): string {
  const type = wanted.use === "type" ? "type " : "";
  const from = `from ${quoted(style, wanted.module)}${style.end}`;
  if (wanted.name === "default") return `import ${type}${local} ${from}`;
  if (wanted.name === "*") return `import ${type}* as ${local} ${from}`;
  return `import ${type}{ ${local === wanted.name ? local : `${wanted.name} as ${local}`} } ${from}`;
}

function requireText(style: FileStyle, wanted: WantedImport, local: string): string {
  const what =
    wanted.name === "default" || wanted.name === "*"
      ? local
      : `{ ${local === wanted.name ? local : `${wanted.name}: ${local}`} }`;
  return `const ${what} = require(${quoted(style, wanted.module)})${style.end}`;
}

/** The name, or another where the function or the module uses it for something else. */
export function freeLocalName({ facts }: SourceText, functionIndex: number, name: string): string {
  const at = facts.functions[functionIndex]?.at ?? [0, 0];
  const taken = new Set<string>();
  for (const binding of facts.bindings) {
    if (binding.owner === 0 || (at[0] <= binding.at[0] && binding.at[1] <= at[1])) taken.add(binding.name);
  }
  return unlike(name, taken);
}

/** The name, or another where the file uses it for something else. */
export function freeName({ facts }: SourceText, name: string): string {
  return unlike(name, new Set(facts.bindings.map((binding) => binding.name)));
}

function unlike(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}
