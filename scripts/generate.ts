/**
 * Writes everything that follows from the rules, frameworks, systems and providers: their indexes, the rule pages, the
 * README's tables, the schema of the configuration file; and the program that `.wat` files spell out.
 *
 *   node scripts/generate.ts           writes
 *   node scripts/generate.ts --check   names what is stale, and fails
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { configSchema } from "./generate/config-schema.ts";
import { indexFiles } from "./generate/indexes.ts";
import { l10nBundle } from "./generate/l10n-bundle.ts";
import { readmeTables } from "./generate/readme-tables.ts";
import { ruleDocs } from "./generate/rule-docs.ts";
import { rulePages, staleRulePages } from "./generate/rule-pages.ts";
import { webAssembly } from "./generate/web-assembly.ts";
import { fromRoot } from "./lib/project.ts";

const check = process.argv.includes("--check");

const wanted: ReadonlyMap<string, string> = new Map([
  ...indexFiles(),
  ...(await rulePages()),
  ...ruleDocs(),
  ...(await readmeTables()),
  ...configSchema(),
  ...l10nBundle(),
  ...(await webAssembly()),
]);

const stale: string[] = [];
for (const [path, text] of wanted) {
  const current = existsSync(fromRoot(path)) ? readFileSync(fromRoot(path), "utf8") : undefined;
  if (current === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(fromRoot(path)), { recursive: true });
  writeFileSync(fromRoot(path), text);
}
for (const path of staleRulePages(new Set(wanted.keys()))) {
  stale.push(path);
  if (!check) rmSync(fromRoot(path));
}

if (check && stale.length > 0) {
  console.error(`Stale, run "npm run generate":\n${stale.map((path) => `  ${path}`).join("\n")}`);
  process.exitCode = 1;
} else {
  console.error(stale.length === 0 ? "Everything generated is up to date." : `Wrote ${stale.join(", ")}`);
}
