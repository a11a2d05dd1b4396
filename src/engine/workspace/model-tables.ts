/** Tables that code files declare, kept per file: an edit reads again only the file that changed. */
import { isCode } from "../link/files/sources.ts";
import { isTest } from "../link/files/test-files.ts";
import type { Table } from "../model/service-model.ts";
import { mayDeclareTables, readModels } from "../schema/read-models.ts";
import type { FileTable } from "./file-table.ts";

export interface ModelTables {
  /** Reads these files again. True where a table is another than before: whatever was judged by it must be judged anew. */
  refresh(changed: Iterable<string>): boolean;
  /** By file, sorted. */
  tables(): readonly Table[];
}

interface Declared {
  readonly tables: readonly Table[];
  /** Everything but the places, to compare. */
  readonly meaning: string;
}

export function createModelTables(files: FileTable): ModelTables {
  const byFile = new Map<string, Declared>();
  const declaresTables = files.noting({ name: "tables", applies: isCode, make: mayDeclareTables });

  const read = (path: string): Declared | undefined => {
    if (isTest(path) || declaresTables(path) !== true) return undefined;
    const facts = files.facts(path);
    const tables = facts ? readModels(path, files.text(path) ?? "", facts) : [];
    if (tables.length === 0) return undefined;
    return { tables, meaning: JSON.stringify(tables.map(({ name, unique, columns }) => [name, unique, columns])) };
  };

  return {
    refresh(changed) {
      let differs = false;
      for (const path of changed) {
        const before = byFile.get(path);
        const after = read(path);
        if (after) byFile.set(path, after);
        else byFile.delete(path);
        if (before?.meaning !== after?.meaning) differs = true;
      }
      return differs;
    },
    tables: () => [...byFile.keys()].sort().flatMap((path) => byFile.get(path)?.tables ?? []),
  };
}
