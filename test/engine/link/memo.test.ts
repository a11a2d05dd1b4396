import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemo } from "../../../src/engine/link/terms/memo.ts";

/** A memo over numbers: each key adds up files and other keys, and counts how often it was worked out. */
function sums(parts: Readonly<Record<string, readonly string[]>>, files: Map<string, number>) {
  const memo = createMemo();
  const made: string[] = [];
  const value = (key: string): number =>
    memo.get(
      key,
      () => {
        made.push(key);
        let sum = 0;
        for (const part of parts[key] ?? []) {
          if (part.endsWith(".ts")) {
            memo.touch(part);
            sum += files.get(part) ?? 0;
          } else sum += value(part);
        }
        return sum;
      },
      () => 0,
    );
  return { memo, value, made, fresh: () => made.splice(0) };
}

test("only what depends on a file is made again, through any number of results", () => {
  const files = new Map([
    ["a.ts", 1],
    ["b.ts", 2],
    ["c.ts", 4],
  ]);
  const { memo, value, fresh } = sums(
    { top: ["left", "right"], left: ["deep"], deep: ["a.ts"], right: ["b.ts"], other: ["c.ts"] },
    files,
  );
  assert.deepEqual([value("top"), value("other"), fresh().length], [3, 4, 5]);
  assert.deepEqual([value("top"), fresh()], [3, []]);
  files.set("a.ts", 10);
  memo.forget("a.ts");
  assert.deepEqual([value("top"), value("other")], [12, 4]);
  assert.deepEqual(fresh(), ["top", "left", "deep"]);
  memo.forget("nothing.ts");
  memo.forget("c.ts");
  assert.deepEqual([value("top"), value("other"), fresh()], [12, 4, ["other"]]);
});

test("a result used by one that was already there is noted", () => {
  const files = new Map([["a.ts", 1]]);
  const { memo, value } = sums({ first: ["deep"], second: ["deep"], deep: ["a.ts"] }, files);
  assert.deepEqual([value("first"), value("second")], [1, 1]);
  files.set("a.ts", 5);
  memo.forget("a.ts");
  assert.deepEqual([value("second"), value("first")], [5, 5]);
});

test("circles end, and what stands in one is forgotten with it", () => {
  const files = new Map([
    ["a.ts", 1],
    ["b.ts", 2],
  ]);
  const { memo, value } = sums({ a: ["a.ts", "b"], b: ["b.ts", "a"] }, files);
  assert.equal(value("a"), 3);
  files.set("b.ts", 20);
  memo.forget("b.ts");
  assert.equal(value("a"), 21);
});

test("a result that could not be made leaves its dependencies to the one around it", () => {
  const memo = createMemo();
  let broken = true;
  const inner = () =>
    memo.get(
      "inner",
      () => {
        memo.touch("a.ts");
        if (broken) throw new Error("broken");
        return "fine";
      },
      () => "circle",
    );
  const outer = () =>
    memo.get(
      "outer",
      () => {
        try {
          return inner();
        } catch {
          return "caught";
        }
      },
      () => "circle",
    );
  assert.equal(outer(), "caught");
  broken = false;
  assert.equal(outer(), "caught", "remembered");
  memo.forget("a.ts");
  assert.equal(outer(), "fine");
});
