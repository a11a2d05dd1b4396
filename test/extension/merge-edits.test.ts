import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Edit } from "../../src/engine/index.ts";
import { mergeEdits } from "../../src/extension/worker/merge-edits.ts";

const replace = (start: number, end: number, text: string, file = "a.ts"): Edit => ({
  kind: "replace",
  file,
  at: [start, end],
  text,
});

describe("edits of several fixes", () => {
  test("that want the same import make it once", () => {
    const add = replace(0, 0, 'import { key } from "./key.ts";\n');
    assert.deepEqual(
      mergeEdits([
        [add, replace(40, 41, "x")],
        [add, replace(60, 61, "y")],
      ]),
      {
        edits: [add, replace(40, 41, "x"), replace(60, 61, "y")],
        left: 0,
      },
    );
  });

  test("that overlap are made as far as the first goes, whole or not at all", () => {
    const merged = mergeEdits([[replace(10, 20, "x")], [replace(15, 25, "y"), replace(50, 51, "z")]]);
    assert.deepEqual(merged, { edits: [replace(10, 20, "x")], left: 1 });
  });

  test("that create one file with different texts do not both win", () => {
    const create = (text: string): Edit => ({ kind: "create", file: ".env", text });
    assert.equal(mergeEdits([[create("A=1")], [create("B=2")]]).left, 1);
    assert.equal(mergeEdits([[create("A=1")], [create("A=1")]]).left, 0);
  });
});
