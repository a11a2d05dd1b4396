/** Looks for secrets in every text file; what was found in an unchanged file is kept. */

import type { Sources } from "../link/sources.ts";
import type { Finding } from "../model/finding.ts";
import { isExamplePath, isTestPath } from "../secrets/file-kind.ts";
import { findSecrets } from "../secrets/find-secrets.ts";
import type { FoundSecret } from "../secrets/found-secret.ts";
import type { Check } from "./run-rules.ts";

export interface SecretSearch {
  findings(path: string, check: Check): readonly Finding[];
  forget(path: string): void;
}

export function createSecretSearch(sources: Sources): SecretSearch {
  const found = new Map<string, readonly FoundSecret[]>();
  return {
    findings(path, check) {
      let secrets = found.get(path);
      if (secrets === undefined) {
        const text = sources.text(path);
        secrets = text === undefined ? NONE : findSecrets(path, text);
        found.set(path, secrets.length === 0 ? NONE : secrets);
      }
      if (secrets.length === 0) return [];
      const inTest = isTestPath(path) || isExamplePath(path);
      return secrets.flatMap((candidate) => check("secret", { file: path, candidate, inTest }));
    },
    forget(path) {
      found.delete(path);
    },
  };
}

const NONE: readonly FoundSecret[] = [];
