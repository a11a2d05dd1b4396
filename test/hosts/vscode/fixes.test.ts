/** One fix of each group as a user makes it: light bulb, preview, apply, undo. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually } from "../../harness/vscode/wait.ts";

interface Case {
  readonly rule: string;
  /** Is in the message, where the file has several findings of the rule. */
  readonly about?: string;
  readonly file: string;
  /** Stands in the line of the finding, or so many lines above it. */
  readonly at: string;
  readonly below?: number;
  /** Entry of the light bulb. */
  readonly action: RegExp;
  /** Is in the file afterwards. */
  readonly mended: RegExp;
}

const CASES: readonly Case[] = [
  {
    rule: "data-flow/read-modify-write",
    file: "src/routes/checkout.ts",
    at: "UPDATE products SET stock",
    action: /^Let the database change stock/,
    mended: /SET stock = stock - \$1/,
  },
  {
    rule: "access/unowned-object",
    file: "src/routes/orders.ts",
    at: "SELECT * FROM orders WHERE id = $1",
    action: /^Find only rows whose user_id is the caller's/,
    mended: /WHERE id = \$1 AND user_id = \$2", \[req\.params\.id, /,
  },
  {
    rule: "validation/unvalidated-input",
    about: "POST /api/cart/items",
    file: "src/routes/cart.ts",
    at: "const { productId, quantity } = req.body;",
    below: 1,
    action: /^Parse the body with zod/,
    mended: /\.safeParse\(req\.body\)/,
  },
];

describe("a fix of each group", { timeout: 300_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession();
  });
  after(() => session?.close());

  for (const { rule, about = "", file, at, below, action, mended } of CASES) {
    test(`${rule}: light bulb, preview, apply, undo`, async () => {
      const { bench } = session;
      const name = file.slice(file.lastIndexOf("/") + 1);
      const [group] = rule.split("/");
      const isShown = async () => (await bench.problems(name)).some((row) => row.includes(rule) && row.includes(about));
      await eventually(isShown, Boolean);
      await bench.runCommand("View: Hide Panel");
      const before = session.disk(file)!;
      await openAt(file, before, at, below);
      const title = (await bench.lightBulb()).find((entry) => action.test(entry));
      await bench.screenshot(`fixes-${group}-light-bulb`);
      assert.ok(title, `${action} is not offered`);

      const places = await bench.previewAction(title);
      await bench.screenshot(`fixes-${group}-preview`);
      assert.ok(
        places.some((place) => place.includes(name)),
        places.join("\n"),
      );
      await bench.endPreview("Discard");
      assert.equal(session.disk(file), before);

      await openAt(file, before, at, below);
      await bench.lightBulb();
      await bench.takeAction(title);
      await bench.save();
      await bench.screenshot(`fixes-${group}-applied`);
      assert.match(session.disk(file)!, mended);
      await eventually(isShown, (shown) => !shown);

      await bench.openFile(file);
      await bench.undo();
      await bench.save();
      assert.equal(session.disk(file), before);
      await eventually(isShown, Boolean);
      await bench.runCommand("View: Close All Editors");
    });
  }

  test("all of a kind in a file: a source action", async () => {
    const { bench } = session;
    const file = "src/routes/admin.ts";
    const before = session.disk(file)!;
    const isShown = async () => (await bench.problems("admin.ts")).some((row) => row.includes("access/missing-role"));
    await eventually(isShown, Boolean);
    await bench.openFile(file);
    await bench.runCommand("Source Action...");
    await bench.page.locator(".action-widget .monaco-list-row").first().waitFor();
    await bench.screenshot("fixes-source-action");
    const rows = await bench.page.locator(".action-widget .monaco-list-row").allInnerTexts();
    const title = rows.find((row) => /^Fix all access\/missing-role in this file \(\d\)/.test(row.trim()))!;
    await bench.takeAction(title.trim());
    await bench.save();
    const added = session.disk(file)!.split('requireRole("admin")').length - 1;
    assert.equal(String(added), /\d/.exec(title)![0]);
    await eventually(isShown, (shown) => !shown);
    await bench.openFile(file);
    await bench.undo();
    await bench.save();
    assert.equal(session.disk(file), before);
  });

  test("all of a kind in the workspace: a command, with a preview", async () => {
    const { bench } = session;
    const files = ["src/app.ts", "src/routes/checkout.ts", "src/routes/subscription.ts", "src/routes/admin.ts"];
    const before = files.map((file) => session.disk(file));
    await bench.runCommand("Hardpath: Fix All of a Kind");
    await bench.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "payment-without-key" })
      .first()
      .waitFor();
    await bench.screenshot("fixes-kinds");
    await bench.answer("idempotency/payment-without-key");
    const places = bench.page.locator(".bulk-edit-panel .monaco-list-row");
    await places.first().waitFor();
    await bench.screenshot("fixes-workspace-preview");
    const names = (await places.allInnerTexts()).join("\n");
    for (const name of ["admin.ts", "checkout.ts", "subscription.ts"]) assert.match(names, new RegExp(name));
    assert.deepEqual(
      files.map((file) => session.disk(file)),
      before,
    );
    await bench.endPreview("Apply");
    await bench.screenshot("fixes-workspace-applied");
    await eventually(
      () => session.disk("src/routes/subscription.ts")!,
      (text) => text.includes("idempotencyKey"),
    );
    assert.match(session.disk("src/routes/admin.ts")!, /idempotencyKey/);
    assert.equal(session.disk("src/app.ts"), before[0]);
  });

  async function openAt(file: string, text: string, at: string, below = 0): Promise<void> {
    const { bench } = session;
    await bench.openFile(file);
    await bench.page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ timeout: 40_000 });
    const lines = text.split("\n");
    const index = lines.findIndex((line) => line.includes(at)) + below;
    const column = lines[index]!.search(/pool\.query/);
    await bench.goTo(index + 1, column + 3);
  }
});
