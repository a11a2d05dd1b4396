/** Where the types and classes that names stand for are declared. */
import type { FileFacts } from "../../facts/file-facts.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";

/** A binding of a file that declares a type or a class. */
export interface Declaration {
  readonly file: string;
  readonly binding: number;
}

/** Re-exports that are followed to a declaration. */
const MAXIMUM_EXPORTS = 8;

/** Where a type's name is declared, imports and re-exports followed; nothing for types of packages. */
export function declarationOf(linker: Linker, file: string, binding: number, depth = 0): Declaration | undefined {
  const facts = factsOf(linker, file);
  const bound = facts?.bindings[binding];
  if (!facts || !bound || depth > MAXIMUM_EXPORTS) return undefined;
  if (bound.import === undefined)
    return bound.class !== undefined || bound.kind === "type" ? { file, binding } : undefined;
  const imported = facts.imports[bound.import];
  return imported && exportedDeclaration(linker, file, imported.module, imported.name, depth + 1);
}

function exportedDeclaration(
  linker: Linker,
  from: string,
  module: string,
  name: string,
  depth: number,
): Declaration | undefined {
  const target = linker.modules.resolve(from, module);
  const facts = target.kind === "file" ? factsOf(linker, target.path) : undefined;
  if (target.kind !== "file" || !facts || depth > MAXIMUM_EXPORTS) return undefined;
  return declarationIn(linker, target.path, facts, name, depth);
}

function declarationIn(
  linker: Linker,
  file: string,
  facts: FileFacts,
  name: string,
  depth: number,
): Declaration | undefined {
  const direct = facts.exports.findLast((found) => found.name === name);
  if (direct?.from) return exportedDeclaration(linker, file, direct.from.module, direct.from.name, depth + 1);
  if (direct?.binding !== undefined) return declarationOf(linker, file, direct.binding, depth + 1);
  for (const found of facts.exports) {
    if (found.name !== "*" || !found.from) continue;
    const inside = exportedDeclaration(linker, file, found.from.module, name, depth + 1);
    if (inside) return inside;
  }
  return undefined;
}
