import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { FileSource, Workspace, WorkspaceOptions } from "../../../src/engine/index.ts";
import { MAX_CODE_BYTES } from "../../../src/node/file-kinds.ts";
import { openWorkspace } from "../../../src/node/open-workspace.ts";
import { addFiles, folderWith } from "./temporary-folder.ts";

/** An engine that only remembers what it was told. */
function recorder() {
  const files = new Map<string, FileSource>();
  const told: string[] = [];
  const create = (_: WorkspaceOptions) =>
    ({
      setFile(path: string, source: FileSource) {
        told.push(`set ${path}`);
        files.set(path, source);
      },
      deleteFile(path: string) {
        told.push(`delete ${path}`);
        files.delete(path);
      },
    }) as unknown as Workspace;
  return { files, told, create, forget: () => told.splice(0) };
}

test("the engine is told of every file, and reads only what it asks for", (context) => {
  const root = folderWith(context, { "src/a.ts": "\ufeffa", "src/b.ts": "b", ".gitignore": ".env\n", ".env": "A=1" });
  const { files, create } = recorder();
  const opened = openWorkspace(root, { cache: "none", create });
  rmSync(join(root, "src/b.ts"));
  assert.deepEqual([...files.keys()].sort(), [".env", ".gitignore", "src/a.ts", "src/b.ts"]);
  assert.equal(files.get("src/a.ts")!.text(), "a");
  assert.equal(files.get(".env")!.ignored, true);
  assert.equal(files.get("src/a.ts")!.ignored, false);
  assert.equal(opened.files.size, 4);
});

test("a file that is gone when it is read is empty, with one line in the log", (context) => {
  const root = folderWith(context, { "a.ts": "a" });
  const log: string[] = [];
  const { files, create } = recorder();
  openWorkspace(root, { cache: "none", create, log: (line) => log.push(line) });
  rmSync(join(root, "a.ts"));
  assert.equal(files.get("a.ts")!.text(), "");
  assert.deepEqual(log, ["Cannot read a.ts: ENOENT"]);
});

test("only what changed is told again", (context) => {
  const root = folderWith(context, { "a.ts": "a", "b.ts": "b", "c.ts": "c" });
  const { told, create, forget } = recorder();
  const opened = openWorkspace(root, { cache: "none", create });
  forget();
  writeFileSync(join(root, "a.ts"), "longer");
  rmSync(join(root, "b.ts"));
  addFiles(root, { "d.ts": "d", "node_modules/x.ts": "x" });
  opened.refreshAll();
  assert.deepEqual(told.toSorted(), ["delete b.ts", "set a.ts", "set d.ts"]);
  forget();
  rmSync(join(root, "d.ts"));
  addFiles(root, { "c.ts": "changed" });
  assert.deepEqual(
    ["a.ts", "c.ts", "d.ts", "node_modules/x.ts", "none.ts"].map((path) => opened.refresh(path)),
    [true, true, false, false, false],
  );
  assert.deepEqual(told, ["set c.ts", "delete d.ts"]);
});

test("files too large to be source are left out with one line", (context) => {
  const root = folderWith(context, { "a.ts": "x".repeat(MAX_CODE_BYTES + 1), "b.ts": "b" });
  const log: string[] = [];
  const { files, create } = recorder();
  openWorkspace(root, { cache: "none", create, log: (line) => log.push(line) });
  assert.deepEqual([...files.keys()], ["b.ts"]);
  assert.deepEqual(log, ["Too large to be source code, left out: a.ts"]);
});

test("edits are written and told", (context) => {
  const root = folderWith(context, { "a.ts": "a" });
  const { files, create, told, forget } = recorder();
  const opened = openWorkspace(root, { cache: "none", create });
  forget();
  opened.apply([
    { kind: "replace", file: "a.ts", at: [0, 1], text: "longer" },
    { kind: "create", file: "b.ts", text: "b" },
  ]);
  assert.deepEqual(told, ["set a.ts", "set b.ts"]);
  assert.equal(files.get("a.ts")!.text(), "longer");
});
