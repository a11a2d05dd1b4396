import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { releaseChecks } from "../../../src/engine/index.ts";
import { ownersOf } from "../../../src/engine/readiness/code-owners.ts";
import { entry, service } from "./service.ts";

const PAY = entry("POST /pay", {
  effects: [
    { system: "stripe", access: "write", operation: "charge", retrySafe: false, file: "src/app.ts", line: 3 },
    { system: "postgres", access: "write", operation: "insert", target: "orders", file: "src/app.ts", line: 4 },
  ],
  config: ["STRIPE_KEY"],
});
const SYSTEMS = [
  { id: "stripe", kind: "payment", name: "Stripe", via: "stripe", file: "src/app.ts", line: 1 },
  { id: "postgres", kind: "database", name: "PostgreSQL", via: "pg", file: "src/app.ts", line: 1 },
] as const;

describe("the release checks of a path", () => {
  test("name owner, way back and signal to stop from what the path does", () => {
    const text = releaseChecks(
      service({ entryPoints: [PAY], systems: SYSTEMS, files: { CODEOWNERS: "* @shop/payments\n" } }),
      "POST /pay",
    )!;
    assert.match(text, /^# Release checks: POST \/pay$/m);
    assert.match(text, /@shop\/payments approved the change \(CODEOWNERS\)/);
    assert.match(text, /Charges at Stripe are not undone/);
    assert.match(text, /Rows that the new code wrote to `orders` stay/);
    assert.match(text, /More charges at Stripe than orders/);
    assert.match(text, /`STRIPE_KEY` is set/);
    assert.match(text, /same request twice/);
  });

  test("ask for names where no file has them", () => {
    assert.match(
      releaseChecks(service({ entryPoints: [PAY], systems: SYSTEMS }), "POST /pay")!,
      /there is no CODEOWNERS: ____/,
    );
  });

  test("are of the worst path where none is named", () => {
    const finding = {
      ruleId: "access/missing-role",
      severity: "warning",
      file: "src/app.ts",
      line: 2,
      message: "Anyone may",
      entryPoint: "GET /admin",
    } as const;
    const text = releaseChecks(service({ entryPoints: [entry("GET /a"), entry("GET /admin")], findings: [finding] }))!;
    assert.match(text, /GET \/admin/);
    assert.match(text, /Anyone may \(`access\/missing-role`, src\/app\.ts:2\)/);
    assert.equal(releaseChecks(service({ entryPoints: [PAY] }), "gone"), undefined);
  });
});

describe("CODEOWNERS", () => {
  const TEXT =
    "# who\n*        @all\n*.sql    @data # schema\n/src/    @back\nsrc/pay  @money @audit\ndocs/*   @writers\n/src/gen/\n";

  test("the last pattern that matches names the owners", () => {
    assert.deepEqual(ownersOf(TEXT, "package.json"), ["@all"]);
    assert.deepEqual(ownersOf(TEXT, "db/001.sql"), ["@data"]);
    assert.deepEqual(ownersOf(TEXT, "src/a/b.ts"), ["@back"]);
    assert.deepEqual(ownersOf(TEXT, "src/pay/stripe.ts"), ["@money", "@audit"]);
    assert.deepEqual(ownersOf(TEXT, "docs/a.md"), ["@writers"]);
    assert.deepEqual(ownersOf(TEXT, "docs/deep/a.md"), ["@all"]);
  });

  test("a pattern without owners takes them away", () => {
    assert.deepEqual(ownersOf(TEXT, "src/gen/client.ts"), []);
  });
});
