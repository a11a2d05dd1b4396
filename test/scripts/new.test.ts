/** What a newcomer meets: `npm run new` in a copy of the repository gives a rule, framework and system that pass at once. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fromRoot } from "../../scripts/lib/project.ts";

const copy = mkdtempSync(join(tmpdir(), "hardpath-new-"));
after(() => rmSync(copy, { recursive: true, force: true }));

for (const name of [
  "package.json",
  "biome.json",
  "README.md",
  ".gitignore",
  "src",
  "scripts",
  "docs",
  "test/harness",
  "test/fixtures.test.ts",
]) {
  cpSync(fromRoot(name), join(copy, name), { recursive: true });
}
symlinkSync(fromRoot("node_modules"), join(copy, "node_modules"), "junction");
run("git", "init", "--quiet");

test("a new rule, framework and system pass their first fixtures, and appear everywhere", () => {
  run(process.execPath, "scripts/new.ts", "rule", "access/lost-message");
  run(process.execPath, "scripts/new.ts", "framework", "new-framework");
  run(process.execPath, "scripts/new.ts", "system", "new-system");
  const output = run(process.execPath, "--test", "--test-reporter=tap", "test/fixtures.test.ts");
  assert.match(output, /^# pass 6$/m, "three fixtures on two TypeScripts");
  run(process.execPath, "scripts/generate.ts", "--check");
  assert.match(read("docs/rules/access/lost-message.md"), /^# access\/lost-message\n\nSeverity: \*\*warning\*\*/);
  assert.match(read("README.md"), /\[access\/lost-message\]\(docs\/rules\/access\/lost-message\.md\)/);
  assert.match(read("src/engine/rules/index.generated.ts"), /id: "access\/lost-message"/);
});

test("generate --check names what is stale, and fails", () => {
  rmSync(join(copy, "docs/rules/access/lost-message.md"));
  const result = spawnSync(process.execPath, ["scripts/generate.ts", "--check"], { cwd: copy, encoding: "utf8" });
  assert.equal(result.status, 1);
  assert.match(result.stderr, /docs\/rules\/access\/lost-message\.md/);
});

test("what exists is not written over", () => {
  const result = spawnSync(process.execPath, ["scripts/new.ts", "rule", "access/lost-message"], {
    cwd: copy,
    encoding: "utf8",
  });
  assert.equal(result.status, 2);
  assert.match(result.stderr, /exists already/);
});

function run(program: string, ...args: readonly string[]): string {
  // A test runner inside a test runner must not think it is the same one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const result = spawnSync(program, args, { cwd: copy, encoding: "utf8", env });
  assert.equal(result.status, 0, `${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

function read(path: string): string {
  return readFileSync(join(copy, path), "utf8");
}
