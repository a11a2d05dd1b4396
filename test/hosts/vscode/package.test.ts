/** What is in the package that people install. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { VSIX } from "../../../scripts/lib/package-vsix.ts";
import { readPackageJson } from "../../../scripts/lib/project.ts";

const files = unzip(readFileSync(VSIX));
const plugin = readPackageJson().contributes?.typescriptServerPlugins?.[0]?.name;

test("the package holds the bundles, the plugin where tsserver looks for it, and the licences", () => {
  const wanted = [
    "extension/package.json",
    "extension/readme.md",
    "extension/changelog.md",
    "extension/LICENSE.txt",
    "extension/dist/extension.cjs",
    "extension/dist/worker.cjs",
    "extension/dist/engine.cjs",
    "extension/dist/plugin.cjs",
    "extension/dist/typescript.cjs",
    "extension/dist/webview/main.js",
    "extension/dist/THIRD-PARTY-NOTICES.txt",
    "extension/schemas/hardpath.config.schema.json",
    `extension/node_modules/${plugin}/package.json`,
    `extension/node_modules/${plugin}/index.js`,
  ];
  assert.deepEqual(
    wanted.filter((name) => !files.has(name)),
    [],
  );
});

test("the package holds nothing of development", () => {
  const strangers = [...files.keys()].filter(
    (name) => /\.(ts|map)$|\/(src|test|scripts|\.[^/]*)\//.test(name) && !name.endsWith(".d.ts"),
  );
  assert.deepEqual(strangers, []);
  const manifest = JSON.parse(files.get("extension/package.json")?.toString("utf8") ?? "{}");
  assert.deepEqual(
    [manifest.scripts, manifest.devDependencies, manifest.dependencies],
    [undefined, undefined, undefined],
  );
});

test("every file that the manifest names is in the package", () => {
  const manifest = files.get("extension/package.json")?.toString("utf8") ?? "";
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|schemas|snippets|walkthrough)\/[^"]+)"/g)].map(
    ([, path]) => `extension/${path}`,
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((name) => !files.has(name)),
    [],
  );
});

test("the package is at most 2 MB", () => {
  assert.ok(statSync(VSIX).size <= 2 * 1024 * 1024, `${statSync(VSIX).size} bytes`);
});

/** Texts of a zip file by name, from its central directory. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function unzip(zip: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const header = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const data = zip.subarray(start, start + size);
    found.set(name, method === 0 ? data : inflateRawSync(data));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
