/**
 * Packages the extension as `hardpath.vsix`.
 *
 * vsce never packs the repository's own `node_modules`, and tsserver looks for the plugin there. So a folder is laid out
 * as the installed extension shall be, and vsce packs that one.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { VSIX } from "./lib/package-vsix.ts";
import { fromRoot, readPackageJson } from "./lib/project.ts";

const stage = fromRoot(".cache", "package");
rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });

run(process.execPath, [fromRoot("scripts/build.ts"), "--minify", `--out=${join(stage, "dist")}`]);
layOutPlugin();
layOutManifest();
for (const name of [
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "media",
  "schemas",
  "snippets",
  "l10n",
  "walkthrough",
  "docs/rules",
])
  copy(name);
for (const name of ["package.nls.json", ...picturesOf("README.md")]) copy(name);
for (const name of ["cli.cjs", "cli-run.cjs"]) rmSync(join(stage, "dist", name), { force: true });
// Everything in the folder is meant to be packed; without this file vsce warns.
writeFileSync(join(stage, ".vscodeignore"), "");

run(process.execPath, [
  fromRoot("node_modules/@vscode/vsce/vsce"),
  "package",
  "--no-rewrite-relative-links",
  "--allow-missing-repository",
  "--out",
  VSIX,
]);
console.error(`${VSIX}: ${(statSync(VSIX).size / 1024 / 1024).toFixed(2)} MB`);

/** The plugin is a package of the extension's own, `<extension>/node_modules/<name>`, and leads to the bundle. */
function layOutPlugin(): void {
  const { contributes, version } = readPackageJson();
  const name = contributes?.typescriptServerPlugins?.[0]?.name;
  if (!name) throw new Error("package.json contributes no typescriptServerPlugins");
  const folder = join(stage, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.js"), 'module.exports = require("../../dist/plugin.cjs");\n');
  writeFileSync(join(folder, "package.json"), json({ name, version, license: "MIT", main: "index.js" }));
}

/** The manifest without what only development needs: a packed script would run when vsce packs. */
function layOutManifest(): void {
  const { scripts, devDependencies, allowScripts, bin, private: unpublished, ...manifest } = readPackageJson();
  writeFileSync(join(stage, "package.json"), json(manifest));
}

/** Pictures the README shows, so that the extension's page shows them too. */
function picturesOf(readme: string): readonly string[] {
  if (!existsSync(fromRoot(readme))) return [];
  return [...readFileSync(fromRoot(readme), "utf8").matchAll(/!\[[^\]]*\]\((?!https?:)([^)\s]+)\)/g)].map(
    ([, path = ""]) => path,
  );
}

function copy(name: string): void {
  if (!existsSync(fromRoot(name))) return;
  mkdirSync(dirname(join(stage, name)), { recursive: true });
  cpSync(fromRoot(name), join(stage, name), { recursive: true });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd: stage, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}
