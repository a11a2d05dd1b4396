/** The harness must fail where a fixture is wrong: every kind of marker, each with a truth and a lie. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, MapEntryPoint, ServiceMap } from "../../src/engine/index.ts";
import type { PlacedFinding } from "./analyse.ts";
import { compare } from "./compare.ts";
import { readMarkers } from "./markers.ts";

const RULE = "idempotency/payment-without-key";

function finding(line: number, change: Partial<PlacedFinding> & { readonly suppressed?: boolean } = {}): PlacedFinding {
  const { suppressed, ...place } = change;
  const said: Finding = {
    ruleId: RULE,
    severity: "error",
    place: { file: "a.ts", at: [0, 1] },
    message: "pay charges again when POST /pay is retried.",
    trace: [],
    fingerprint: "f",
    fixes: [],
    ...(suppressed ? { suppressed: { reason: "meant so" } } : {}),
  };
  return { finding: said, file: "a.ts", line, column: 1, endLine: line, endColumn: 4, ...place };
}

const ENTRY: MapEntryPoint = {
  id: "1",
  kind: "http",
  method: "POST",
  path: "/pay",
  label: "POST /pay",
  framework: "express",
  app: "",
  file: "a.ts",
  line: 1,
  handler: { name: "pay", file: "a.ts", line: 1 },
  guards: [{ kind: "role", name: "requireAdmin", file: "a.ts", line: 1 }],
  effects: [
    {
      system: "postgres",
      access: "write",
      operation: "insert",
      target: "orders",
      retrySafe: false,
      file: "a.ts",
      line: 2,
    },
  ],
  config: [],
  steps: [],
};
const EMPTY: ServiceMap = { version: 1, root: "", entryPoints: [], systems: [], config: [] };
const MAP: ServiceMap = {
  ...EMPTY,
  entryPoints: [ENTRY, { ...ENTRY, id: "2", path: "/again", label: "POST /again", line: 3 }],
};

function differences(source: string, findings: readonly PlacedFinding[], map = EMPTY): readonly string[] {
  return compare(readMarkers("a.ts", source), { findings, map }, { rule: "payment-without-key" });
}

test("expect: one finding of this rule on this line, no more and no less", () => {
  assert.deepEqual(differences("pay(); // expect: payment-without-key", [finding(1)]), []);
  assert.deepEqual(differences(`pay(); // expect: ${RULE}`, [finding(1)]), []);
  assert.match(
    differences("pay(); // expect: payment-without-key", [])[0] ?? "",
    /^a\.ts:1 expected payment-without-key/,
  );
  assert.match(differences("pay();", [finding(1)])[0] ?? "", /^a\.ts:1:1 unexpected idempotency\/payment-without-key/);
  assert.equal(differences("pay();\nx(); // expect: payment-without-key", [finding(1)]).length, 2);
  assert.equal(differences("pay(); // expect: payment-without-key", [finding(1), finding(1)]).length, 1);
  assert.equal(differences("pay(); // expect: missing-role", [finding(1)]).length, 2);
});

test("places are those of the fixture, where markers took up lines", () => {
  const source = "// rules: all\na();\n// expect: payment-without-key\nb();";
  assert.match(differences(source, [])[0] ?? "", /^a\.ts:4 expected/);
});

test("carets: columns and message", () => {
  const pinned = (pin: string) => differences(`pay(); // expect: payment-without-key\n${pin}`, [finding(1, PLACE)]);
  const PLACE = { column: 4, endColumn: 7 };
  assert.deepEqual(pinned("// ^^^ charges again"), []);
  assert.deepEqual(pinned("// ~ charges again"), []);
  assert.match(pinned("// ^^ charges again")[0] ?? "", /stands at columns 4 to 7, expected 4 to 6/);
  assert.match(pinned("//  ^^^ charges again")[0] ?? "", /stands at columns 4 to 7, expected 5 to 8/);
  assert.match(pinned("// ^^^ charges once")[0] ?? "", /expected "charges once" in it/);
});

test("missing: and spurious: fail once the limit is gone", () => {
  assert.deepEqual(differences("pay(); // missing: payment-without-key (computed)", []), []);
  assert.match(
    differences("pay(); // missing: payment-without-key (computed)", [finding(1)])[0] ?? "",
    /limit is gone/,
  );
  assert.deepEqual(differences("pay(); // spurious: payment-without-key (alias)", [finding(1)]), []);
  assert.match(differences("pay(); // spurious: payment-without-key (alias)", [])[0] ?? "", /limit is gone/);
});

test("suppressed: found and muted; a muted finding without the marker is unexpected", () => {
  const muted = finding(1, { suppressed: true });
  assert.deepEqual(differences("pay(); // suppressed: payment-without-key", [muted]), []);
  assert.equal(differences("pay(); // suppressed: payment-without-key", []).length, 1);
  assert.equal(differences("pay(); // suppressed: payment-without-key", [finding(1)]).length, 2);
  assert.match(differences("pay();", [muted])[0] ?? "", /unexpected .* \(suppressed\)/);
});

test("only the folder's rule is compared, unless markers name others", () => {
  const other = { ...finding(1), finding: { ...finding(1).finding, ruleId: "access/missing-role" } };
  assert.deepEqual(differences("pay();", [other]), []);
  assert.equal(differences("// rules: all\npay();", [other]).length, 1);
  assert.equal(differences("pay();\nx(); // expect: missing-role", [other]).length, 2);
});

test("entry, guard and effect: complete as soon as one is marked", () => {
  const complete = [
    'post("/pay"); // entry: POST /pay // guard: role requireAdmin',
    "insert(); // effect: write postgres orders, insert, unsafe, from POST /pay, from POST /again",
    'post("/again"); // entry: POST /again',
  ].join("\n");
  assert.deepEqual(differences(complete, [], MAP), []);
  assert.deepEqual(differences("a();\nb();\nc();", [], MAP), []);
  const lies: readonly (readonly [string, string, RegExp])[] = [
    ["entry: POST /pay", "entry: GET /pay", /a\.ts:1 expected entry "GET \/pay"/],
    ["role requireAdmin", "authentication requireAdmin", /a\.ts:1 expected guard/],
    ["write postgres", "read postgres", /a\.ts:2 expected effect/],
    [", unsafe", ", safe", /a\.ts:2 expected effect/],
    ["from POST /again", "from POST /other", /a\.ts:2 expected effect/],
    [" // entry: POST /again", "", /a\.ts:3 unexpected entry "POST \/again"/],
  ];
  for (const [truth, lie, message] of lies) {
    assert.ok(complete.includes(truth));
    assert.match(differences(complete.replace(truth, lie), [], MAP).join("\n"), message);
  }
});
