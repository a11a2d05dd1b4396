import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type BaselineFinding,
  baselineOf,
  matchBaseline,
  readBaseline,
  writeBaseline,
} from "../../../src/engine/baseline/baseline.ts";

function finding(fingerprint: string, file = "a.ts", more: Partial<BaselineFinding> = {}): BaselineFinding {
  return { ruleId: "access/missing-role", fingerprint, file, ...more };
}

test("what was written is read again", () => {
  const baseline = baselineOf([finding("2"), finding("1", "b.ts"), finding("0")]);
  assert.deepEqual(readBaseline(writeBaseline(baseline), "x.json"), baseline);
  assert.deepEqual(
    baseline.entries.map((entry) => entry.fingerprint),
    ["0", "2", "1"],
  );
  assert.deepEqual(readBaseline(writeBaseline({ entries: [] }), "x.json"), { entries: [] });
});

test("suppressed findings are not written", () => {
  assert.deepEqual(baselineOf([finding("1", "a.ts", { suppressed: { reason: "r" } })]).entries, []);
});

test("a second copy of an accepted finding is new, a moved file is not", () => {
  const baseline = baselineOf([finding("1"), finding("2", "old.ts")]);
  const now = [finding("1"), finding("1"), finding("2", "new.ts")];
  const { accepted, fixed } = matchBaseline(now, baseline);
  assert.deepEqual(
    now.map((each) => accepted.has(each)),
    [true, false, true],
  );
  assert.deepEqual(fixed, []);
});

test("an entry whose finding is gone is fixed", () => {
  const { fixed } = matchBaseline([], baselineOf([finding("1")]));
  assert.deepEqual(fixed, [{ fingerprint: "1", rule: "access/missing-role", file: "a.ts" }]);
});

test("a file that is no baseline is a problem, not an empty one", () => {
  for (const text of ["", "{", "[]", "null", "{}", `{"version":2,"findings":[]}`, `{"version":1,"findings":[{}]}`]) {
    const result = readBaseline(text, "b.json");
    assert.ok("message" in result && result.file === "b.json", text);
  }
});
