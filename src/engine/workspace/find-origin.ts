/** Where an imported value is declared: the file, and the names that lead to it there. */

import type { Modules } from "../link/files/modules.ts";
import type { Exported } from "../secrets/tokens/exported-names.ts";

export interface Origin {
  readonly file: string;
  /** The local name, then properties; a default export of an object starts at its properties. */
  readonly path: readonly string[];
}

/** Follows re-exports this many files far. */
const FARTHEST = 5;

/** What a file of the workspace exports; undefined for what is no code. */
export type ExportsOf = (path: string) => readonly Exported[] | undefined;

/**
 * The declaration behind `import { name } from module`, read by `path` (`["default", "jwt", "secret"]`); undefined where
 * it leads out of the workspace or to nothing known.
 */
export function findOrigin(
  exportsOf: ExportsOf,
  modules: Modules,
  from: string,
  module: string,
  path: readonly string[],
  farthest: number = FARTHEST,
): Origin | undefined {
  const target = modules.resolve(from, module);
  if (target.kind !== "file" || farthest === 0) return undefined;
  const [name, ...rest] = path as [string, ...string[]];
  const exported = exportsOf(target.path);
  if (exported === undefined) return undefined;
  if (name === "*") {
    const [first] = rest;
    if (first === undefined) return undefined;
    const isExported = exported.some((found) => found.name === first || found.name === "*");
    if (isExported) return findOrigin(exportsOf, modules, from, module, rest, farthest);
    // `module.exports = { secret }`, and a namespace that stands for a default export.
    return { file: target.path, path: rest };
  }
  const found = exported.find((candidate) => candidate.name === name);
  if (found?.from !== undefined)
    return findOrigin(exportsOf, modules, target.path, found.from.module, [found.from.name, ...rest], farthest - 1);
  if (found?.local !== undefined)
    return { file: target.path, path: [...(found.local === "default" ? [] : [found.local]), ...rest] };
  if (found !== undefined) return { file: target.path, path: rest.length > 0 ? rest : [name] };
  for (const all of exported) {
    if (all.name !== "*" || all.from === undefined) continue;
    const origin = findOrigin(exportsOf, modules, target.path, all.from.module, path, farthest - 1);
    if (origin !== undefined) return origin;
  }
  return exported.some((candidate) => candidate.name === "export=")
    ? { file: target.path, path: rest.length > 0 && name === "default" ? rest : [name, ...rest] }
    : undefined;
}
