/** Which frameworks the workspace may use at all, as its texts tell: by what they import, depend on or name. */
import { moduleSpecifiers } from "../facts/imports.ts";
import { plainSpecifier } from "../facts/package-specifier.ts";
import type { Framework } from "../frameworks/define-framework.ts";
import { isCode } from "../link/files/sources.ts";
import type { FileTable } from "./file-table.ts";

/** Settings that name the packages of a program. */
const SETTINGS = /(?:^|\/)(?:package|deno|import_map)\.jsonc?$/;

/** Gives the ids of frameworks that some file may have a value of. Every test errs towards yes. */
export function createUsedFrameworks(files: FileTable, frameworks: readonly Framework[]): () => ReadonlySet<string> {
  const byPackage = new Map<string, string[]>();
  for (const { id, packages } of frameworks) {
    for (const name of packages) byPackage.set(name, [...(byPackage.get(name) ?? []), id]);
  }
  const isEverywhere = ({ packages, words }: Framework): boolean =>
    !words && (packages.length === 0 || packages.some((name) => name.startsWith("global:")));
  const everywhere = frameworks.filter(isEverywhere).map(({ id }) => id);

  const namedBy = (module: string): readonly string[] => {
    for (let name = module; ; name = name.slice(0, name.lastIndexOf("/"))) {
      const found = byPackage.get(name) ?? byPackage.get(`node:${name}`);
      if (found || !name.includes("/")) return found ?? [];
    }
  };
  const inCode = (text: string): readonly string[] => [
    ...moduleSpecifiers(text).flatMap(({ module }) => [...namedBy(module), ...namedBy(plainSpecifier(module))]),
    ...frameworks.filter(({ words }) => words?.some((word) => text.includes(word))).map(({ id }) => id),
  ];
  const inSettings = (text: string): readonly string[] =>
    frameworks.filter(({ packages }) => packages.some((name) => text.includes(name))).map(({ id }) => id);

  const idsIn = files.noting({
    name: "frameworks",
    applies: (path) => isCode(path) || SETTINGS.test(path),
    byPath: true,
    make: (text, path): readonly string[] => [...new Set(isCode(path) ? inCode(text) : inSettings(text))],
  });

  return () => {
    const used = new Set(everywhere);
    for (const path of files.paths()) for (const id of idsIn(path) ?? []) used.add(id);
    return used;
  };
}
