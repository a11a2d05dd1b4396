/** Files that are not analysed but say how ready a service is: lock files, owners, the Node version. */
import { existsSync } from "node:fs";
import { join } from "node:path";

const BESIDE_PACKAGE = [
  ...["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"],
  ...[".nvmrc", ".node-version", ".tool-versions", ".dockerignore"],
];

const AT_ROOT = [
  "CODEOWNERS",
  ".github/CODEOWNERS",
  "docs/CODEOWNERS",
  ".gitlab/CODEOWNERS",
  "CHANGELOG.md",
  "RUNBOOK.md",
];

/** Those of them that exist, relative to the root. */
export function extraFiles(root: string, known: Iterable<string>): string[] {
  const folders = new Set([""]);
  for (const file of known) {
    if (file === "package.json" || file.endsWith("/package.json")) folders.add(file.slice(0, -"package.json".length));
  }
  const candidates = [...AT_ROOT, ...[...folders].flatMap((folder) => BESIDE_PACKAGE.map((name) => folder + name))];
  return candidates.filter((file) => existsSync(join(root, file)));
}
