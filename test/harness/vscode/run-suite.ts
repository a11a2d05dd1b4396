/** Bundles the suite for the extension host, and reads what it wrote. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { fromRoot } from "../../../scripts/lib/project.ts";
import type { CaseResult } from "../../hosts/vscode/suite/index.ts";

/** Folder of the bundled suite: an extension without anything but the tests. */
export async function bundleSuite(): Promise<string> {
  const folder = fromRoot(".vscode-test", "suite");
  mkdirSync(folder, { recursive: true });
  await build({
    entryPoints: [fromRoot("test/hosts/vscode/suite/index.ts")],
    outfile: join(folder, "index.js"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  const manifest = { name: "suite", publisher: "hardpath-tests", version: "0.0.0", engines: { vscode: "^1.95.0" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

/** The results of a run. Throws where there are none: a suite that never ran has not passed. */
export function readResults(file: string): readonly CaseResult[] {
  if (!existsSync(file)) throw new Error("The suite wrote no results: VS Code did not run it.");
  return JSON.parse(readFileSync(file, "utf8"));
}
