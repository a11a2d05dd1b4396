/** How a file is written: quotes, semicolons, indentation, line breaks, module system, endings of relative imports. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { directoryOf } from "../../link/files/paths.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { SourceText } from "./source-text.ts";

export interface FileStyle {
  readonly quote: '"' | "'";
  /** `";"`, or nothing. */
  readonly end: ";" | "";
  /** One level. */
  readonly indent: string;
  readonly newline: "\n" | "\r\n";
  readonly modules: "es" | "commonjs";
  /** Ending of a relative import: `".ts"`, `".js"` or none. */
  readonly importEnding: "" | ".js" | ".ts";
  /** Ending of a new file beside this one. */
  readonly fileEnding: string;
  readonly typed: boolean;
}

export function styleOf(source: SourceText): FileStyle {
  let style = styles.get(source.facts);
  if (style === undefined) {
    style = readStyle(source);
    styles.set(source.facts, style);
  }
  return style;
}

/** One text has one `FileFacts`, and one style. */
const styles = new WeakMap<FileFacts, FileStyle>();

function readStyle(source: SourceText): FileStyle {
  const { text, file } = source;
  const ending = /\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? ".js";
  const typed = /\.[cm]?tsx?$/.test(file);
  return {
    quote: quoteOf(text),
    end: endOf(text),
    indent: indentOf(text),
    newline: text.includes("\r\n") ? "\r\n" : "\n",
    modules: modulesOf(text, ending),
    importEnding: importEndingOf(source),
    fileEnding: ending.replace(/x$/, ""),
    typed,
  };
}

/** The style of a project, for a new file: that of the file it is made for. */
export function withRelativeImportsOf(style: FileStyle, model: ServiceModel, file: string): FileStyle {
  const source = model.text(file);
  return source === undefined || /from\s+["']\.|require\(["']\./.test(source)
    ? style
    : { ...style, importEnding: endingOfOthers(model) };
}

/** A string literal in the file's quotes. */
export function quoted(style: FileStyle, value: string): string {
  const escaped = JSON.stringify(value);
  return style.quote === '"' ? escaped : `'${escaped.slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'")}'`;
}

/**
 * How `from` names the file `to` in an import: `"./db.ts"`, `"../lib/stripe"`.
 * @param to path of a file, with its ending.
 */
export function relativeSpecifier(from: string, to: string, style: FileStyle): string {
  const here = directoryOf(from).split("/").filter(Boolean);
  const there = to.split("/");
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  const path = `${here.length === 0 ? "./" : "../".repeat(here.length)}${there.join("/")}`;
  const bare = path.replace(/\.([cm]?)[jt]sx?$/, "");
  const flavour = /\.([cm]?)[jt]sx?$/.exec(path)?.[1] ?? "";
  if (style.importEnding === ".ts") return path;
  return style.importEnding === ".js" ? `${bare}.${flavour}js` : bare;
}

/** Lines of standard style (two spaces, double quotes, semicolons) as the file writes them. */
export function inStyle(lines: readonly string[], style: FileStyle): readonly string[] {
  return lines.map((line) => {
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    const indent = style.indent.repeat(Math.floor(spaces / 2)) + " ".repeat(spaces % 2);
    let rest = line.slice(spaces);
    if (/^(?:\/\/|\/?\*)/.test(rest)) return indent + rest;
    if (style.end === "") rest = rest.replace(/;$/, "");
    if (style.quote === "'") rest = rest.replace(/"([^"'\\`]*)"/g, "'$1'");
    return indent + rest;
  });
}

export function inFileStyle(source: SourceText, lines: readonly string[]): readonly string[] {
  const style = styleOf(source);
  // The lines are indented in the file's own way already.
  return inStyle(
    lines.map((line) => line.trimStart()),
    style,
  ).map((line, index) => /^\s*/.exec(lines[index]!)![0] + line);
}

function quoteOf(text: string): '"' | "'" {
  const imports = /(?:from|import|require\()\s*(["'])/g;
  let double = 0;
  let single = 0;
  for (const [, quote] of text.matchAll(imports)) quote === '"' ? double++ : single++;
  if (double === 0 && single === 0) {
    for (const character of text) {
      if (character === '"') double++;
      else if (character === "'") single++;
    }
  }
  return single > double ? "'" : '"';
}

/** Statements end in a semicolon, or lines that must be whole statements end without one. */
function endOf(text: string): ";" | "" {
  let withEnd = 0;
  let without = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed.endsWith(";")) withEnd++;
    else if (/^(?:import .*["']|(?:const|let|var|return|await|throw) .*[\w)"'`\]])$/.test(trimmed)) without++;
  }
  return withEnd === 0 && without > 0 ? "" : without > withEnd * 2 ? "" : ";";
}

function indentOf(text: string): string {
  const counts = new Map<string, number>();
  let before = "";
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const space = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (space.length > before.length && space.startsWith(before)) {
      const step = space.slice(before.length);
      if (step.length <= 8) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    before = space;
  }
  let best = "  ";
  let most = 0;
  for (const [step, count] of counts) {
    if (count > most) {
      best = step;
      most = count;
    }
  }
  return best;
}

function modulesOf(text: string, ending: string): "es" | "commonjs" {
  if (/\.c[jt]s/.test(ending)) return "commonjs";
  if (/\.m[jt]s/.test(ending) || /^\s*(?:import\s*[\w{*"']|export\s)/m.test(text)) return "es";
  return /\brequire\(|\bmodule\.exports\b|\bexports\.\w/.test(text) || !/tsx?$/.test(ending) ? "commonjs" : "es";
}

function importEndingOf(source: SourceText): "" | ".js" | ".ts" {
  const specifiers = source.facts.imports.map((fact) => fact.module);
  for (const [, required] of source.text.matchAll(/require\(["'](\.[^"']*)["']\)/g)) specifiers.push(required!);
  return endingOf(specifiers) ?? "";
}

function endingOfOthers(model: ServiceModel): "" | ".js" | ".ts" {
  for (const path of new Set(model.entryPoints.map((entryPoint) => entryPoint.handler.place.file))) {
    const ending = endingOf(model.facts(path)?.imports.map((fact) => fact.module) ?? []);
    if (ending !== undefined) return ending;
  }
  return "";
}

/** Undefined where no relative import tells. */
function endingOf(specifiers: readonly string[]): "" | ".js" | ".ts" | undefined {
  const relative = specifiers.filter((specifier) => specifier.startsWith("."));
  if (relative.length === 0) return undefined;
  if (relative.some((specifier) => /\.[cm]?tsx?$/.test(specifier))) return ".ts";
  return relative.some((specifier) => /\.[cm]?jsx?$/.test(specifier)) ? ".js" : "";
}
