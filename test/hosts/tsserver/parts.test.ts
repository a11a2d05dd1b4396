/** Parts of the plugin that need no server. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../../src/engine/index.ts";
import { isAlike, moveFindings } from "../../../src/plugin/move-findings.ts";
import { rootOf } from "../../../src/plugin/root-of.ts";

const BEFORE = "one();\npay();\nthree();\n";

function found(text: string, call: string, file = "a.ts"): Finding {
  const start = text.indexOf(call);
  return {
    ruleId: "group/rule",
    severity: "error",
    place: { file, at: [start, start + call.length] },
    message: "It pays twice.",
    trace: [{ place: { file: "a.ts", at: [0, 3] }, message: "comes in here" }],
    fingerprint: "f",
    get fixes(): never {
      throw new Error("fixes were planned though nobody looks at them");
    },
  };
}

test("a finding moves with its text, and is left out where that changed", () => {
  const placesAfter = (after: string) =>
    moveFindings([found(BEFORE, "pay()")], "a.ts", BEFORE, after).map(({ place }) => after.slice(...place.at));
  assert.deepEqual(placesAfter(BEFORE), ["pay()"]);
  assert.deepEqual(placesAfter(`// first\n${BEFORE}`), ["pay()"]);
  assert.deepEqual(placesAfter(`${BEFORE}// last\n`), ["pay()"]);
  assert.deepEqual(placesAfter(BEFORE.replace("one", "two")), ["pay()"]);
  assert.deepEqual(placesAfter(BEFORE.replace("pay", "play")), []);
  assert.deepEqual(placesAfter(""), []);
});

test("its steps move along; those in other files stay", () => {
  const [moved] = moveFindings([found(BEFORE, "pay()")], "a.ts", BEFORE, `// first\n${BEFORE}`);
  assert.deepEqual(moved?.trace[0]?.place.at, [9, 12]);
  const [other] = moveFindings([found(BEFORE, "pay()", "b.ts")], "a.ts", BEFORE, `// first\n${BEFORE}`);
  assert.deepEqual(other?.place.at, [7, 12]);
});

test("what an editor shows is compared, not what it was made from", () => {
  const one = [found(BEFORE, "pay()")];
  assert.equal(isAlike(one, [found(BEFORE, "pay()")]), true);
  assert.equal(isAlike(one, [found(`\n${BEFORE}`, "pay()")]), false);
  assert.equal(isAlike(one, []), false);
  assert.equal(isAlike([], []), true);
});

test("the root of a file: the configuration, the repository, the outermost package, and never the home folder", () => {
  const root = (...paths: readonly string[]) =>
    rootOf("/home/ada/work/shop/api/src/a.ts", {
      fileExists: (path) => paths.includes(path),
      directoryExists: (path) => paths.includes(path),
      homeFolder: "/home/ada",
    });
  assert.equal(root("/home/ada/work/shop/.git", "/home/ada/work/shop/api/package.json"), "/home/ada/work/shop");
  assert.equal(
    root("/home/ada/work/shop/.git", "/home/ada/work/shop/api/hardpath.config.json"),
    "/home/ada/work/shop/api",
  );
  assert.equal(root("/home/ada/work/shop/package.json", "/home/ada/work/shop/api/package.json"), "/home/ada/work/shop");
  assert.equal(root("/home/ada/package.json", "/home/ada/.git"), undefined);
  assert.equal(root(), undefined);
});
