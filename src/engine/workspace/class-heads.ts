/**
 * Which files have classes below a name: `class PostgresOrders implements Orders` stands below `Orders`; and which set a
 * member of the global object. Told by the texts alone, so that nothing is parsed for it; whoever asks makes sure by the
 * facts.
 */

import { isCode } from "../link/files/sources.ts";
import { isTest } from "../link/files/test-files.ts";
import { keptGlobally } from "../link/values/global-values.ts";
import type { FileTable } from "./file-table.ts";

export interface ClassHeads {
  /** Files with a class that names this one in its head, sorted. */
  filesBelow(name: string): readonly string[];
  /** Looks at a file again. Gives the names below which the file stands now and did not before, or the other way round. */
  refresh(path: string): readonly string[];
}

const HEAD = /\bclass\s+(?:[\w$]+\s*)?(?:<[^{;]*?>\s*)?((?:extends|implements)\b[^{;]*)\{/g;
/** `global.database = this`, `globalForDb.db ??= make()`, `(globalThis as Kept).db = make()`. */
const GLOBAL = /\b\w*[gG]lobal\w*(?: as [^()\n]*\))?\.(\w+)\s*(?:\?\?|\|\|)?=(?![=>])/g;
const NOTHING: ReadonlySet<string> = new Set();

export function createClassHeads(files: FileTable): ClassHeads {
  const byFile = new Map<string, ReadonlySet<string>>();
  const byName = new Map<string, Set<string>>();
  const namesIn = files.noting({ name: "class heads", applies: isCode, make: namesAbove });
  return {
    filesBelow: (name) => [...(byName.get(name) ?? NOTHING)].sort(),
    refresh(path) {
      const before = byFile.get(path) ?? NOTHING;
      const after = isTest(path) ? NOTHING : new Set(namesIn(path) ?? []);
      if (after.size > 0) byFile.set(path, after);
      else byFile.delete(path);
      const differing = [
        ...[...before].filter((name) => !after.has(name)),
        ...[...after].filter((name) => !before.has(name)),
      ];
      for (const name of differing) {
        const known = byName.get(name) ?? new Set();
        byName.set(name, known);
        if (after.has(name)) known.add(path);
        else known.delete(path);
      }
      return differing;
    },
  };
}

/** Names in the heads of classes, behind `extends` and `implements`. */
function namesAbove(text: string): readonly string[] {
  const names = new Set<string>();
  if (/global/i.test(text)) for (const [, name = ""] of text.matchAll(GLOBAL)) names.add(keptGlobally(name));
  if (!text.includes("class ")) return [...names];
  for (const [, above = ""] of text.matchAll(HEAD)) {
    for (const [name] of above.matchAll(/[A-Za-z_$][\w$]*/g)) names.add(name);
  }
  names.delete("extends");
  names.delete("implements");
  return [...names];
}
