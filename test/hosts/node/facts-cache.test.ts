import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { FileFacts } from "../../../src/engine/index.ts";
import { DiskFile } from "../../../src/node/disk-file.ts";
import { FactsCache } from "../../../src/node/facts-cache.ts";
import { folderWith } from "./temporary-folder.ts";

const FACTS = { version: 1, lineStarts: [0], directives: ["ä"] } as unknown as FileFacts;
const OLD = new Date("2020-01-01");

function place(context: TestContext) {
  const root = folderWith(context, { "a.ts": "a", "b.ts": "b" });
  utimesSync(join(root, "a.ts"), OLD, OLD);
  const cacheFile = join(folderWith(context, {}), "sub", "0123.facts");
  const open = (at = root) => new FactsCache(cacheFile, at);
  const file = (path: string, cache: FactsCache) => {
    const { size, mtimeMs } = statSync(join(root, path));
    // The change time cannot be set: these files are as old as their stamp says.
    const stamp = { size, mtimeMs, ctimeMs: mtimeMs };
    return new DiskFile(root, path, stamp, {
      ignored: false,
      knownHash: cache.knownHash(path, stamp),
      cached: true,
      log: undefined,
    });
  };
  return { root, cacheFile, open, file };
}

test("facts are there in the next process, without reading the file", (context) => {
  const { open, file } = place(context);
  const first = open();
  const a = file("a.ts", first);
  const b = file("b.ts", first);
  assert.equal(a.knownHash, undefined);
  first.set(a.hash, FACTS);
  first.set(b.hash, "uninteresting");
  first.save([a, b], Date.now());

  const second = open();
  assert.deepEqual(second.get(file("a.ts", second).knownHash!), FACTS);
  assert.equal(second.get(b.hash), "uninteresting");
  assert.equal(second.get("other"), undefined);
});

test("a young file is confirmed by its content", (context) => {
  const { root, open, file } = place(context);
  const first = open();
  const b = file("b.ts", first);
  first.set(b.hash, FACTS);
  first.save([b], Date.now());
  const second = open();
  const again = file("b.ts", second);
  assert.equal(again.knownHash, undefined);
  assert.deepEqual(second.get(again.hash), FACTS);
  // Another content of the same size, in the same moment: never taken for the old one.
  const { mtime } = statSync(join(root, "b.ts"));
  writeFileSync(join(root, "b.ts"), "c");
  utimesSync(join(root, "b.ts"), mtime, mtime);
  assert.equal(second.get(file("b.ts", second).hash), undefined);
});

test("the same text in another language is another content", (context) => {
  const { root, open, file } = place(context);
  writeFileSync(join(root, "a.tsx"), "a");
  const cache = open();
  assert.notEqual(file("a.ts", cache).hash, file("a.tsx", cache).hash);
});

test("a damaged, cut or foreign cache counts as empty, and is replaced", (context) => {
  const { cacheFile, open, file } = place(context);
  const first = open();
  const a = file("a.ts", first);
  first.set(a.hash, FACTS);
  first.save([a], Date.now());
  const good = readFileSync(cacheFile);
  assert.equal(open(join("/", "elsewhere")).get(a.hash), undefined, "of another folder");
  const bad: readonly (readonly [string, Buffer])[] = [
    ["empty", Buffer.alloc(0)],
    ["garbage", Buffer.from("garbage\n{}")],
    ["cut", good.subarray(0, good.length - 3)],
    ["longer", Buffer.concat([good, Buffer.from("x")])],
    ["other layout", Buffer.from(good.toString().replace(/"layout":\d+/, `"layout":9`))],
    ["other program", Buffer.from(good.toString().replace(/"program":"../, `"program":"zz`))],
  ];
  for (const [name, content] of bad) {
    writeFileSync(cacheFile, content);
    const cache = open();
    assert.equal(cache.get(a.hash), undefined, name);
    assert.equal(file("a.ts", cache).knownHash, undefined, name);
    cache.set(a.hash, FACTS);
    cache.save([a], Date.now());
    assert.deepEqual(open().get(a.hash), FACTS, name);
  }
  assert.deepEqual(readdirSync(join(cacheFile, "..")), ["0123.facts"], "no temporary files are left");
});

test("what is gone from the workspace is gone from the cache", (context) => {
  const { open, file } = place(context);
  const first = open();
  const [a, b] = [file("a.ts", first), file("b.ts", first)];
  first.set(a.hash, FACTS);
  first.set(b.hash, FACTS);
  first.save([a, b], Date.now());
  open().save([a], Date.now());
  const last = open();
  assert.deepEqual([last.get(a.hash) !== undefined, last.get(b.hash)], [true, undefined]);
});

test("an unchanged cache is not written again, and one that cannot be written is no error", (context) => {
  const { root, cacheFile, open, file } = place(context);
  const first = open();
  const a = file("a.ts", first);
  first.set(a.hash, FACTS);
  first.save([a], Date.now());
  const before = statSync(cacheFile).ino;
  open().save([a], Date.now());
  assert.equal(statSync(cacheFile).ino, before);
  const blocked = join(root, "a.ts", "x.facts");
  const cache = new FactsCache(blocked, root);
  cache.set(a.hash, FACTS);
  cache.save([a], Date.now());
  assert.equal(existsSync(blocked), false);
});

test("results are those of the same files only", (context) => {
  const { root, open, file } = place(context);
  const first = open();
  const a = file("a.ts", first);
  first.set(a.hash, "uninteresting");
  first.remember("digest", "map", { entryPoints: ["ä"] });
  first.remember("digest", "findings", []);
  first.save([a], Date.now());
  const second = open();
  assert.deepEqual(second.recall("digest", "map"), { entryPoints: ["ä"] });
  assert.deepEqual(second.recall("digest", "findings"), []);
  assert.equal(second.recall("other digest", "map"), undefined);
  second.remember("other digest", "map", {});
  assert.equal(second.recall("digest", "map"), undefined);
  assert.equal(new FactsCache(join(root, "none.facts"), root).empty, true);
});

test("one process may save again and again, and gives way to another", (context) => {
  const { root, open, file } = place(context);
  const first = open();
  const a = file("a.ts", first);
  first.set(a.hash, FACTS);
  first.save([a], 1);
  writeFileSync(join(root, "b.ts"), "other");
  const b = file("b.ts", first);
  first.set(b.hash, FACTS);
  first.save([a, b], 2);
  const reader = open();
  assert.deepEqual([reader.get(a.hash), reader.get(b.hash)], [FACTS, FACTS]);
  const late = open();
  first.set("third:ts", FACTS);
  first.save([a], 3);
  assert.equal(late.get(a.hash), undefined, "replaced after it was opened: not read as if nothing had happened");
});

test("notes are kept by content and name, with facts or without", (context) => {
  const { open, file } = place(context);
  const first = open();
  const [a, b] = [file("a.ts", first), file("b.ts", first)];
  first.set(a.hash, FACTS);
  first.setNote(a.hash, "imports", ["./b"]);
  first.setNote(b.hash, "imports", []);
  first.setNote(b.hash, "tables", false);
  first.save([a, b], Date.now() + 60_000);
  const second = open();
  assert.deepEqual(second.note(a.hash, "imports"), ["./b"]);
  assert.deepEqual([second.note(b.hash, "imports"), second.note(b.hash, "tables")], [[], false]);
  assert.equal(second.note(a.hash, "tables"), undefined);
  assert.equal(second.get(b.hash), undefined, "a file without facts is not an uninteresting one");
  assert.deepEqual(second.get(a.hash), FACTS);
  assert.equal(second.knownHash("b.ts", file("b.ts", second).stamp), b.hash);
});
