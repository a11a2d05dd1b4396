/**
 * All tests, and what they need: the build, the packaged extension, a Chromium.
 *
 *   npm test                 everything that runs everywhere: unit and vscode
 *   npm run test:unit        fixtures, engine, tsserver, command line, the repository's own rules
 *   npm run test:vscode      the packaged extension in a real VS Code in a real browser
 *   npm run test:electron    the same in a desktop VS Code, where one is there or can be downloaded
 *   node scripts/test.ts test/harness/markers.test.ts …    these files
 *
 * The last line is `N passed, N failed`; the exit code says the same.
 */

import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fromRoot } from "./lib/project.ts";

type Suite = "unit" | "vscode" | "electron";

/** Where the tests of a suite are; every other test is a unit test. */
const FOLDERS: Readonly<Record<Exclude<Suite, "unit">, string>> = {
  vscode: "test/hosts/vscode",
  electron: "test/hosts/electron",
};

const asked = process.argv.slice(2);
const files = asked.filter((name) => name.endsWith(".test.ts"));
const suites: readonly Suite[] = files.length > 0 ? [] : asked.length > 0 ? asked.filter(isSuite) : ["unit", "vscode"];
if (suites.length + files.length === 0) {
  console.error("usage: node scripts/test.ts [unit|vscode|electron|FILE.test.ts …]");
  process.exit(2);
}

let passed = 0;
let failed = 0;

if (files.length > 0) await runFiles(files);
if (suites.length > 0) step("build", "scripts/build.ts");
if (suites.includes("unit")) await runFiles(filesOf("unit"), 2);
// The browser's VS Code wants the machine for itself, and nothing to test without a package.
const inEditor = suites.filter((suite) => suite !== "unit");
if (inEditor.length > 0 && step("package", "scripts/package.ts")) {
  for (const suite of inEditor) await runFiles(filesOf(suite));
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function isSuite(name: string): name is Suite {
  return name === "unit" || name in FOLDERS;
}

function filesOf(suite: Suite): readonly string[] {
  const special = Object.values(FOLDERS);
  return globSync("test/**/*.test.ts", { cwd: fromRoot(".") })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.includes("/node_modules/"))
    .filter((path) =>
      suite === "unit"
        ? !special.some((folder) => path.startsWith(`${folder}/`))
        : path.startsWith(`${FOLDERS[suite]}/`),
    )
    .sort();
}

/** Runs test files, each in a process of its own, and counts. */
async function runFiles(paths: readonly string[], concurrency = 1): Promise<void> {
  const stream = run({ files: paths.map((path) => fromRoot(path)), concurrency, cwd: fromRoot(".") });
  stream.on("test:summary", ({ file, counts }) => {
    if (file !== undefined) return; // counted again in the summary of all files
    passed += counts.passed;
    failed += counts.tests - counts.passed - counts.skipped - counts.todo;
  });
  // A suite that finds nothing to run must not look like one that passed.
  if (paths.length === 0) fail("no test files found");
  for await (const text of stream.compose(new spec())) process.stdout.write(text);
}

/** Runs a script that tests need; a failure counts as one. */
function step(name: string, script: string): boolean {
  const { status } = spawnSync(process.execPath, [fromRoot(script)], {
    cwd: fromRoot("."),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) fail(`${name} failed`);
  return status === 0;
}

function fail(message: string): void {
  console.error(message);
  failed++;
}
