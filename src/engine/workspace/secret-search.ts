/** Looks for secrets in every text file; what was found in an unchanged file is kept. */

import type { Modules } from "../link/files/modules.ts";
import { isCode } from "../link/files/sources.ts";
import type { Finding } from "../model/finding.ts";
import { isExamplePath, isTestPath } from "../secrets/file-kind.ts";
import { type SearchResult, searchSecrets } from "../secrets/find-secrets.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import { type Exported, exportedNames } from "../secrets/tokens/exported-names.ts";
import type { UsedElsewhere } from "../secrets/tokens/held-literals.ts";
import { tokenize } from "../secrets/tokens/lexer.ts";
import type { FileTable } from "./file-table.ts";
import { findOrigin } from "./find-origin.ts";
import type { Check } from "./run-rules.ts";

export interface SecretSearch {
  /** What the rules say about one file's secrets. */
  findings(path: string, check: Check): readonly Finding[];
  /** Reads what files do with values of others; to be called before `findings`, after every change. */
  follow(modules: Modules): void;
  /** The file was changed or is gone. */
  forget(path: string): void;
}

/** A file that version control ignores is where a secret of this machine belongs: nothing is found there. */
export function createSecretSearch(files: FileTable): SecretSearch {
  const searched = files.noting({
    name: "secrets and uses",
    applies: (path) => !files.isIgnored(path),
    byPath: true,
    make: (text, path): SearchResult => searchSecrets(path, text),
  });
  const exported = new Map<string, readonly Exported[]>();
  const exportsOf = (path: string): readonly Exported[] | undefined => {
    if (!isCode(path)) return undefined;
    const known = exported.get(path) ?? exportedNames(tokenize(files.text(path) ?? ""));
    exported.set(path, known);
    return known;
  };
  let usedElsewhere = new Map<string, Map<string, { names: readonly string[]; within: readonly string[] }[]>>();
  const secretsOf = (path: string): readonly FoundSecret[] => {
    const uses: UsedElsewhere | undefined = usedElsewhere.get(path);
    if (uses === undefined) return searched(path)?.found ?? [];
    return searchSecrets(path, files.text(path) ?? "", "", uses).found;
  };
  return {
    follow(modules) {
      usedElsewhere = new Map();
      for (const path of files.paths()) {
        for (const use of searched(path)?.uses ?? []) {
          const origin = findOrigin(exportsOf, modules, path, use.module, use.path);
          const name = origin?.path.at(-1);
          if (origin === undefined || name === undefined || files.isIgnored(origin.file)) continue;
          const byName = usedElsewhere.get(origin.file) ?? new Map();
          usedElsewhere.set(origin.file, byName);
          byName.set(name, [...(byName.get(name) ?? []), { names: use.names, within: origin.path.slice(0, -1) }]);
        }
      }
    },
    forget(path) {
      exported.delete(path);
    },
    findings(path, check) {
      const secrets = secretsOf(path);
      if (secrets.length === 0) return [];
      const inTest = isTestPath(path) || isExamplePath(path);
      return secrets.flatMap((candidate) => check("secret", { file: path, candidate, inTest }));
    },
  };
}
