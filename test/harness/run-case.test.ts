/** The runner, with a small engine of its own: it must fail where a fixture or a fix is wrong. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Edit, Finding } from "../../src/engine/index.ts";
import type { Engine } from "./analyse.ts";
import type { Case } from "./cases.ts";
import { readMarkers } from "./markers.ts";
import { difference, runCase } from "./run-case.ts";
import { NEWEST } from "./typescripts.ts";

/** Finds every `pay()` and fixes it as told. */
function engine(replacement: string, log?: string): Engine {
  return (options) => {
    const files = new Map<string, string>();
    const findings = (): readonly Finding[] => {
      if (log) options.log?.(log);
      return [...files].flatMap(([file, text]) =>
        [...text.matchAll(/pay\(\)|leak\(\)/g)].map(({ 0: call, index }) => ({
          ruleId: call === "pay()" ? "idempotency/pay" : "secrets/leak",
          severity: "error" as const,
          place: { file, at: [index, index + 5] as const },
          message: "pays twice",
          trace: [],
          fingerprint: "pay",
          fixes: [
            {
              title: "Pass a key",
              kind: "safe" as const,
              edits: (): readonly Edit[] => [{ kind: "replace", file, at: [index, index + 5], text: replacement }],
            },
          ],
        })),
      );
    };
    return {
      setFile: (path, source) => void files.set(path, typeof source === "string" ? source : source.text()),
      deleteFile: (path) => void files.delete(path),
      advance: () => true,
      findings,
      serviceMap: () => ({ version: 1, root: "", entryPoints: [], systems: [], config: [] }),
      problems: () => [],
      edits: (fix) => fix.edits((file) => files.get(file)),
      position: (path, offset) => {
        const before = (files.get(path) ?? "").slice(0, offset).split("\n");
        return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
      },
      statistics: { files: files.size, parsed: 0 },
    };
  };
}

function run(source: string, create: Engine, fixed?: string): string {
  const files = readMarkers("a.ts", source);
  const it: Case = {
    name: "test/rules/pay/a.ts",
    area: "rules",
    subject: "pay",
    files,
    sources: new Map(),
    fixed: fixed === undefined ? undefined : new Map([["a.ts", fixed]]),
  };
  return runCase(it, NEWEST.load(), create).join("\n");
}

const SOURCE = "pay(); // expect: pay\n// <- start\npay(); // expect: pay";

test("a fixture that is right passes, its fixed text included", () => {
  assert.equal(run(SOURCE, engine("pay(key)")), "");
  assert.equal(run(SOURCE, engine("pay(key)"), "pay(key);\n// <- start\npay(key);"), "");
});

test("a marker that is wrong fails", () => {
  assert.match(run("pay();", engine("pay(key)")), /^a\.ts:1:1 unexpected idempotency\/pay: pays twice/);
  assert.match(run("done(); // expect: pay", engine("pay(key)")), /^a\.ts:1 expected pay, found nothing/);
});

test("a fixed text that is wrong fails, with the lines that differ", () => {
  assert.match(
    run(SOURCE, engine("pay(key)"), "pay(key);\n// <- start\npay(other);"),
    /a\.ts after the fixes is not the fixed text:\n.*\(line 3\)\n {2}.*\n- pay\(other\);\n\+ pay\(key\);/,
  );
});

test("a fix that does not end its finding, does nothing or breaks the text fails", () => {
  assert.match(
    run(SOURCE, engine("pay() ")),
    /a\.ts:1 the fix "Pass a key" of idempotency\/pay does not end its finding/,
  );
  assert.match(run(SOURCE, engine("pay()")), /changes nothing/);
  assert.match(run(SOURCE, engine("pay(key")), /breaks a\.ts/);
  assert.match(run(SOURCE, engine("leak()")), /makes a new finding of secrets\/leak/);
});

test("what the engine logs fails: a rule that threw must not pass as silence", () => {
  assert.match(run("done();", engine("", "idempotency/pay threw")), /the engine logged: idempotency\/pay threw/);
});

test("a difference shows the lines that differ, and one around them", () => {
  assert.equal(difference("a\nb\nc", "a\nx\nc"), "  (line 2)\n  a\n- b\n+ x\n  c");
  assert.equal(difference("a\nb", "a\nb\nc"), "  (line 3)\n  b\n+ c");
});
