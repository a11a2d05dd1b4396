/** Edits of a Prisma schema. https://www.prisma.io/docs/orm/reference/prisma-schema-reference */
import type { Edit } from "../../model/finding.ts";
import { insertion } from "../code/text-edits.ts";

/** Adds a model at the end; nothing where there is one of that name. */
export function addPrismaModel(file: string, text: string, name: string, lines: readonly string[]): readonly Edit[] {
  if (modelBlock(text, name)) return [];
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" ? "" : text.endsWith("\n") ? newline : newline + newline;
  const body = lines.map((line) => (line === "" ? "" : `  ${line}`)).join(newline);
  return [insertion(file, text.length, `${gap}model ${name} {${newline}${body}${newline}}${newline}`)];
}

/** Makes fields unique together (or one alone). Nothing where they are; undefined where there is no such model or field. */
export function addPrismaUnique(
  file: string,
  text: string,
  model: string,
  fields: readonly string[],
): readonly Edit[] | undefined {
  const block = modelBlock(text, model);
  if (!block) return undefined;
  const body = text.slice(block.start, block.end);
  const found = fields.map((field) => new RegExp(`^[ \\t]*${field}[ \\t]+[^\\n]*`, "m").exec(body));
  if (found.some((field) => field === null)) return undefined;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";

  if (fields.length === 1) {
    const line = found[0]!;
    if (/@(?:unique|id)\b/.test(line[0])) return [];
    const code = line[0].replace(/\/\/.*$/, "").trimEnd();
    return [insertion(file, block.start + line.index + code.length, " @unique")];
  }
  const wanted = fields.join(",");
  for (const [, list] of body.matchAll(/@@(?:unique|id)\(\s*(?:fields:\s*)?\[([^\]]*)\]/g)) {
    if (
      list!
        .split(",")
        .map((one) => one.trim().replace(/\(.*$/, ""))
        .join(",") === wanted
    )
      return [];
  }
  const gap = /@@[^\n]*\s*$/.test(body) ? "" : newline;
  const before = text.slice(0, block.end).endsWith("\n") ? "" : newline;
  return [insertion(file, block.end, `${before}${gap}  @@unique([${fields.join(", ")}])${newline}`)];
}

/** From behind the opening brace to before the closing one. */
function modelBlock(text: string, name: string): { readonly start: number; readonly end: number } | undefined {
  const head = new RegExp(`^[ \\t]*model[ \\t]+${name}[ \\t]*\\{`, "m").exec(text);
  if (!head) return undefined;
  const start = head.index + head[0].length;
  const close = /^[ \t]*\}/m.exec(text.slice(start));
  return close ? { start, end: start + close.index } : undefined;
}
