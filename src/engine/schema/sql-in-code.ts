/** SQL that defines tables and stands in code: migrations that run text, `CREATE TABLE IF NOT EXISTS` at start-up. */
import type { FileFacts } from "../facts/file-facts.ts";
import type { SqlFile } from "./read-sql-schema.ts";

const DEFINES = /\b(?:create\s+(?:table|unique)|alter\s+table)\b/i;

/** True where a file's text is worth asking for its facts. */
export function holdsSqlDefinitions(text: string): boolean {
  return DEFINES.test(text);
}

/** The texts, in the order they stand. What `down` methods run is left out. */
export function sqlInCode(file: string, facts: FileFacts): readonly SqlFile[] {
  const found: SqlFile[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (typeof node === "object" && node !== null) {
      const { kind, value, texts: parts, at } = node as Partial<Record<"kind" | "value" | "texts" | "at", unknown>>;
      const text = kind === "literal" ? value : kind === "template" && Array.isArray(parts) ? parts.join("\u0001") : "";
      // Behind the quote; what a template puts in is longer than the sign that stands for it here.
      if (typeof text === "string" && DEFINES.test(text))
        found.push({ file, text, from: Array.isArray(at) ? Number(at[0]) + 1 : 0 });
      for (const part of Object.values(node)) if (typeof part === "object") visit(part);
    }
  };
  for (const one of facts.functions) if (one.name !== "down") visit(one.body);
  return found;
}
