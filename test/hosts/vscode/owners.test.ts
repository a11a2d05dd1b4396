/** Who shows a finding: the plugin or the worker, and never both. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually } from "../../harness/vscode/wait.ts";

const FILE = "src/routes/checkout.ts";
const RULE = "idempotency/payment-without-key";

test("in Restricted Mode the worker shows findings, and mends them", { timeout: 180_000 }, async () => {
  const session = await openSession({ workspaceTrust: "asks" });
  try {
    const { bench } = session;
    await bench.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    await bench.openFile(FILE);
    await assertShownOnce(session);
    await bench.screenshot("owners-restricted");
    await bench.openFile(FILE);
    const line =
      session
        .disk(FILE)!
        .split("\n")
        .findIndex((text) => text.includes("stripe.paymentIntents.create({")) + 1;
    await bench.goTo(line, 30);
    await eventually(bench.lightBulb, (actions) => actions.some((title) => /key/i.test(title)));
    await bench.page.keyboard.press("Escape");
    // Trusted now: TypeScript starts, and its plugin with it.
    await bench.runCommand("Workspaces: Manage Workspace Trust");
    await bench.page
      .locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ })
      .first()
      .click();
    await bench.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor({ state: "hidden" });
    await bench.openFile(FILE);
    await bench.page.waitForTimeout(10_000);
    await assertShownOnce(session);
  } finally {
    await session.close();
  }
});

test("where TypeScript's validation is off the worker takes over", { timeout: 180_000 }, async () => {
  const session = await openSession({
    settings: {
      "js/ts.validate.enabled": false,
      "typescript.validate.enable": false,
      "javascript.validate.enable": false,
    },
  });
  try {
    await session.bench.openFile(FILE);
    await assertShownOnce(session);
  } finally {
    await session.close();
  }
});

test("with the plugin alive nothing is shown twice", { timeout: 180_000 }, async () => {
  const session = await openSession();
  try {
    await session.bench.openFile(FILE);
    await assertShownOnce(session);
    // Long after the plugin's turn.
    await session.bench.page.waitForTimeout(8000);
    await assertShownOnce(session);
  } finally {
    await session.close();
  }
});

test("a broken configuration is told in one clear line", { timeout: 180_000 }, async () => {
  const session = await openSession({
    files: { "hardpath.config.json": '{ "rules": { "access/missing-rol": "off" }\n' },
  });
  try {
    await eventually(
      () => session.bench.problems("hardpath.config"),
      (rows) => rows.some((row) => row.startsWith("hardpath.config.json")) && rows.some((row) => /JSON/.test(row)),
    );
    await session.bench.screenshot("owners-broken-config");
  } finally {
    await session.close();
  }
});

async function assertShownOnce({ bench }: Session): Promise<void> {
  const rows = await eventually(
    () => bench.problems("checkout.ts"),
    (found) => found.some((row) => row.includes(RULE)),
    60_000,
  );
  const findings = rows.filter((row) => /\bhardpath\b/.test(row));
  assert.deepEqual(findings, [...new Set(findings)], "shown twice");
}
