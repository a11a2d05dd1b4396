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
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (typeof node === "object" && node !== null) {
      const { kind, value, texts: parts } = node as { kind?: unknown; value?: unknown; texts?: unknown };
      if (kind === "literal" && typeof value === "string" && DEFINES.test(value)) texts.push(value);
      else if (kind === "template" && Array.isArray(parts)) {
        const text = parts.join("\u0001");
        if (DEFINES.test(text)) texts.push(text);
      }
      for (const part of Object.values(node)) if (typeof part === "object") visit(part);
    }
  };
  for (const one of facts.functions) if (one.name !== "down") visit(one.body);
  return texts.map((text) => ({ file, text }));
}
