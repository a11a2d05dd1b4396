import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Edit } from "../../../src/engine/index.ts";
import { applyEdits, EditError, editedText } from "../../../src/node/apply-edits.ts";
import { folderWith } from "./temporary-folder.ts";

function replace(file: string, start: number, end: number, text: string): Edit {
  return { kind: "replace", file, at: [start, end], text };
}

test("edits of several files, new ones included", (context) => {
  const root = folderWith(context, { "a.ts": "one two three", "b.ts": "x" });
  chmodSync(join(root, "a.ts"), 0o755);
  const edits = [
    replace("a.ts", 8, 13, "3"),
    replace("a.ts", 0, 3, "1"),
    replace("b.ts", 1, 1, "y"),
    replace("b.ts", 1, 1, "z"),
    { kind: "create", file: "new/folder/c.ts", text: "c" } as const,
  ];
  assert.deepEqual(applyEdits(root, edits), ["a.ts", "b.ts", "new/folder/c.ts"]);
  assert.equal(readFileSync(join(root, "a.ts"), "utf8"), "1 two 3");
  assert.equal(readFileSync(join(root, "b.ts"), "utf8"), "xyz");
  assert.equal(readFileSync(join(root, "new/folder/c.ts"), "utf8"), "c");
  assert.equal(statSync(join(root, "a.ts")).mode & 0o777, 0o755);
  assert.deepEqual(readdirSync(root).sort(), ["a.ts", "b.ts", "new"]);
});

test("all or nothing", (context) => {
  const outside = folderWith(context, { "x.ts": "x" });
  const root = folderWith(context, { "a.ts": "abc", "b.ts": "b" });
  symlinkSync(join(outside, "x.ts"), join(root, "link.ts"));
  symlinkSync(outside, join(root, "linked"));
  const bad: readonly (readonly [string, readonly Edit[]])[] = [
    ["overlap", [replace("b.ts", 0, 1, "B"), replace("a.ts", 0, 2, "x"), replace("a.ts", 1, 3, "y")]],
    ["beyond the end", [replace("b.ts", 0, 1, "B"), replace("a.ts", 2, 9, "x")]],
    ["exists", [replace("b.ts", 0, 1, "B"), { kind: "create", file: "a.ts", text: "" }]],
    ["not there", [replace("b.ts", 0, 1, "B"), replace("c.ts", 0, 0, "x")]],
    ["above the root", [replace("b.ts", 0, 1, "B"), { kind: "create", file: "../c.ts", text: "" }]],
    ["absolute", [replace("b.ts", 0, 1, "B"), { kind: "create", file: join(outside, "c.ts"), text: "" }]],
    ["through a link", [replace("b.ts", 0, 1, "B"), replace("link.ts", 0, 1, "y")]],
    ["into a linked folder", [replace("b.ts", 0, 1, "B"), { kind: "create", file: "linked/c.ts", text: "" }]],
  ];
  for (const [name, edits] of bad) {
    assert.throws(() => applyEdits(root, edits), EditError, name);
    assert.equal(readFileSync(join(root, "b.ts"), "utf8"), "b", name);
    assert.deepEqual(readdirSync(root).sort(), ["a.ts", "b.ts", "link.ts", "linked"], name);
  }
  assert.deepEqual(readdirSync(outside), ["x.ts"]);
});

test("a file that changed since it was read is not touched", (context) => {
  const root = folderWith(context, { "a.ts": "newer" });
  assert.throws(
    () => applyEdits(root, [replace("a.ts", 0, 1, "x")], { expected: () => "older" }),
    /changed since it was read/,
  );
  assert.equal(readFileSync(join(root, "a.ts"), "utf8"), "newer");
});

test("byte order marks and UTF-16 stay", (context) => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("ab", "utf16le")]);
  const root = folderWith(context, { "a.ts": "\ufeffäb", "b.env": utf16 });
  applyEdits(root, [replace("a.ts", 1, 2, "c"), replace("b.env", 0, 1, "c")]);
  assert.equal(readFileSync(join(root, "a.ts"), "utf8"), "\ufeffäc");
  assert.deepEqual(
    readFileSync(join(root, "b.env")),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("cb", "utf16le")]),
  );
});

test("insertions at one place keep their order and go before a replacement there", () => {
  const edits = [replace("a", 1, 2, "X"), replace("a", 1, 1, "1"), replace("a", 1, 1, "2")] as Parameters<
    typeof editedText
  >[1];
  assert.equal(editedText("abc", edits, "a"), "a12Xc");
});
