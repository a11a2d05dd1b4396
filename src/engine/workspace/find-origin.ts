/** Where an imported value is declared: the file, and the names that lead to it there. */

import type { Modules } from "../link/modules.ts";
import type { Sources } from "../link/sources.ts";

export interface Origin {
  readonly file: string;
  /** The local name, then properties; a default export of an object starts at its properties. */
  readonly path: readonly string[];
}

/** Follows re-exports this many files far. */
const FARTHEST = 5;

/**
 * The declaration behind `import { name } from module`, read by `path` (`["default", "jwt", "secret"]`); undefined where
 * it leads out of the workspace or to nothing known.
 */
export function findOrigin(
  files: Sources,
  modules: Modules,
  from: string,
  module: string,
  path: readonly string[],
  farthest: number = FARTHEST,
): Origin | undefined {
  const target = modules.resolve(from, module);
  if (target.kind !== "file" || farthest === 0) return undefined;
  const [name, ...rest] = path as [string, ...string[]];
  const facts = files.facts(target.path);
  if (facts === undefined) return undefined;
  if (name === "*") {
    const [first] = rest;
    if (first === undefined) return undefined;
    const isExported = facts.exports.some((found) => found.name === first || found.name === "*");
    if (isExported) return findOrigin(files, modules, from, module, rest, farthest);
    // `module.exports = { secret }`, and a namespace that stands for a default export.
    return { file: target.path, path: rest };
  }
  const found = facts.exports.find((candidate) => candidate.name === name);
  if (found?.from !== undefined)
    return findOrigin(files, modules, target.path, found.from.module, [found.from.name, ...rest], farthest - 1);
  if (found?.binding !== undefined) {
    const binding = facts.bindings[found.binding];
    if (binding === undefined) return undefined;
    const imported = binding.import === undefined ? undefined : facts.imports[binding.import];
    if (imported !== undefined)
      return findOrigin(files, modules, target.path, imported.module, [imported.name, ...rest], farthest - 1);
    return { file: target.path, path: [...(binding.name === "default" ? [] : [binding.name]), ...rest] };
  }
  if (found !== undefined) return { file: target.path, path: rest.length > 0 ? rest : [name] };
  for (const all of facts.exports) {
    if (all.name !== "*" || all.from === undefined) continue;
    const origin = findOrigin(files, modules, target.path, all.from.module, path, farthest - 1);
    if (origin !== undefined) return origin;
  }
  return facts.exports.some((candidate) => candidate.name === "export=")
    ? { file: target.path, path: rest.length > 0 && name === "default" ? rest : [name, ...rest] }
    : undefined;
}
