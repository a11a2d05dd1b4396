/** What the repository promises of itself: nothing stale, nothing unformatted, types that hold, a manifest that is true. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { definitions, load, RULES } from "../scripts/lib/definitions.ts";
import { fromRoot, readPackageJson } from "../scripts/lib/project.ts";
import { DEFAULT_CONFIG } from "../src/engine/model/config.ts";
import type { RuleDefinition } from "../src/engine/rules/define-rule.ts";

test("every layer type-checks with its own settings", () => {
  succeeds("node_modules/typescript/bin/tsc", "--build");
});

test("everything is formatted, and the linter is silent", () => {
  succeeds("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".");
});

test("nothing generated is stale", () => {
  succeeds("scripts/generate.ts", "--check");
});

test("the schema of the configuration knows every key the engine reads", () => {
  const schema = JSON.parse(readFileSync(fromRoot("schemas/hardpath.config.schema.json"), "utf8"));
  assert.deepEqual(Object.keys(schema.properties).sort(), ["$schema", ...Object.keys(DEFAULT_CONFIG)].sort());
});

test("each command is one file with the id and title of package.json", async () => {
  const folder = fromRoot("src/extension/commands");
  const source = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.startsWith("_"))
    .flatMap((name) => {
      // Read, not run: the module `vscode` exists only inside VS Code.
      const text = readFileSync(`${folder}/${name}`, "utf8");
      const id = /^ {2}id: "([^"]+)"/m.exec(text)?.[1];
      const title = /^ {2}title: (?:l10n\.t\()?"([^"]+)"/m.exec(text)?.[1];
      return id === undefined ? [] : [`${id} ${title}`];
    });
  const nls = existsSync(fromRoot("package.nls.json"))
    ? JSON.parse(readFileSync(fromRoot("package.nls.json"), "utf8"))
    : {};
  const manifest = (readPackageJson().contributes?.commands ?? []).map(({ command, title }) => {
    const key = /^%(.+)%$/.exec(title)?.[1];
    return `${command} ${key === undefined ? title : nls[key]}`;
  });
  assert.ok(source.length > 0, "src/extension/commands has no command");
  assert.deepEqual(source.sort(), manifest.sort());
});

test("every file that package.json names exists", () => {
  const text = readFileSync(fromRoot("package.json"), "utf8");
  const paths = [...text.matchAll(/"(?:\.\/)?((?:media|schemas|snippets|walkthrough|l10n)\/[^"]*)"/g)].map(
    ([, path = ""]) => path,
  );
  assert.deepEqual(
    paths.filter((path) => !existsSync(fromRoot(path))),
    [],
  );
});

test("every dependency is only for development: what is shipped is bundled", () => {
  const { dependencies, optionalDependencies, peerDependencies } = readPackageJson();
  assert.deepEqual(
    { dependencies, optionalDependencies, peerDependencies },
    {
      dependencies: undefined,
      optionalDependencies: undefined,
      peerDependencies: undefined,
    },
  );
});

test("package-lock.json names no registry, and every install script is decided on", () => {
  const text = readFileSync(fromRoot("package-lock.json"), "utf8");
  assert.doesNotMatch(text, /"resolved": "https?:/);
  const packages: Record<string, { hasInstallScript?: boolean }> = JSON.parse(text).packages;
  const scripted = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
  const decided = Object.keys(readPackageJson()["allowScripts"] ?? {});
  assert.deepEqual(
    scripted.filter((name) => !decided.includes(name)),
    [],
  );
});

test("every rule names its group's kind of weakness by public standards", async () => {
  for (const definition of definitions(RULES)) {
    const rule = await load<RuleDefinition>(definition);
    assert.ok(rule.cwe?.length, `${definition.path}: "cwe" is missing`);
  }
});

test("no text in the repository holds what looks like a live token", () => {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: fromRoot("."), encoding: "utf8" });
  const tokens =
    /\b(?:sk|rk)_live_[A-Za-z0-9]{16,}|\bgh[pousr]_[A-Za-z0-9]{36}|\bAKIA[A-Z0-9]{16}\b|\bxox[baprs]-[0-9]{8,}-[0-9A-Za-z-]+/;
  const found = stdout
    .split("\0")
    .filter((path) => path !== "" && existsSync(fromRoot(path)) && tokens.test(readFileSync(fromRoot(path), "utf8")));
  assert.deepEqual(found, []);
});

function succeeds(script: string, ...args: readonly string[]): void {
  const result = spawnSync(process.execPath, [fromRoot(script), ...args], { cwd: fromRoot("."), encoding: "utf8" });
  assert.equal(result.status, 0, `${result.stdout}${result.stderr}`.slice(-6000));
}
