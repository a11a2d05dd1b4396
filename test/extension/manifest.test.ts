/** The manifest and the sources name the same commands, views, settings and texts. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fromRoot, readPackageJson } from "../../scripts/lib/project.ts";

interface Contributions {
  readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[];
}

const manifest = readPackageJson();
const contributes = manifest.contributes as unknown as Contributions;
const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(fromRoot("package.nls.json"), "utf8"));
const sources = new Map(
  globSync("src/extension/**/*.ts", { cwd: fromRoot(".") }).map((file) => [
    file.replaceAll("\\", "/"),
    readFileSync(fromRoot(file), "utf8"),
  ]),
);

describe("the manifest", () => {
  test("has a command for every file in commands/, with the same title, and no other", () => {
    const written = [...sources].flatMap(([file, text]) => {
      const id = /^ {2}id: "(hardpath\.\w+)",$/m.exec(text)?.[1];
      const title = /^ {2}title: "(.+)",$/m.exec(text)?.[1];
      if (!file.startsWith("src/extension/commands/") || id === undefined) return [];
      assert.ok(
        sources.get("src/extension/commands/all.ts")!.includes(file.slice(file.lastIndexOf("/") + 1)),
        `${file} is not in all.ts`,
      );
      return [`${id}: ${title}`];
    });
    const listed = contributes.commands.map(({ command, title }) => `${command}: ${texts[title.slice(1, -1)]}`);
    assert.ok(written.length > 10);
    assert.deepEqual(listed.sort(), written.sort());
  });

  test("has menus and links only to commands that exist", () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const items of Object.values(contributes.menus))
      for (const { command } of items) assert.ok(known.has(command), command);
    const views = Object.values(contributes.views)
      .flat()
      .map(({ id }) => `${id}.focus`);
    for (const text of Object.values(texts)) {
      for (const [, command] of text.matchAll(/\(command:(hardpath[\w.]+)/g)) {
        assert.ok(known.has(command!) || views.includes(command!), `${command} in "${text}"`);
      }
    }
  });

  test("has a text for every key, and no key without use", () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
  });

  test("has every setting that the sources read, and no other", () => {
    const read = [...sources.get("src/extension/settings.ts")!.matchAll(/\.get\("(\w+)"/g)].map(
      ([, name]) => `hardpath.${name}`,
    );
    assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), read.sort());
  });

  test("has files for its walkthrough", () => {
    for (const { steps } of contributes.walkthroughs) {
      for (const { media } of steps) assert.ok(existsSync(fromRoot(media.markdown)), media.markdown);
    }
  });

  test("shows no text to users that cannot be translated", () => {
    const shown = /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*["'`]/;
    for (const [file, text] of sources) assert.ok(!shown.test(text), `${file} shows a text without vscode.l10n.t`);
  });
});
