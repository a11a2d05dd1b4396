/** Looks for secrets in every text file; what was found in an unchanged file is kept. */

import type { Finding } from "../model/finding.ts";
import { isExamplePath, isTestPath } from "../secrets/file-kind.ts";
import { findSecrets } from "../secrets/find-secrets.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import type { FileTable } from "./file-table.ts";
import type { Check } from "./run-rules.ts";

export interface SecretSearch {
  findings(path: string, check: Check): readonly Finding[];
}

/** A file that version control ignores is where a secret of this machine belongs: nothing is found there. */
export function createSecretSearch(files: FileTable): SecretSearch {
  const secretsOf = files.noting({
    name: "secrets",
    applies: (path) => !files.isIgnored(path),
    byPath: true,
    make: (text, path): readonly FoundSecret[] => findSecrets(path, text),
  });
  return {
    findings(path, check) {
      const secrets = secretsOf(path) ?? [];
      if (secrets.length === 0) return [];
      const inTest = isTestPath(path) || isExamplePath(path);
      return secrets.flatMap((candidate) => check("secret", { file: path, candidate, inTest }));
    },
  };
}
