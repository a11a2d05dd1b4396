/** One fix of each group as a user makes it: light bulb, preview, apply, undo. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually, shows } from "../../harness/vscode/wait.ts";

interface Case {
  readonly rule: string;
  /** Is in the message, where the file has several findings of the rule. */
  readonly about?: string;
  readonly file: string;
  /** Stands in the line of the finding, or so many lines above it. */
  readonly at: string;
  readonly below?: number;
  /** Where in that line; at the query where it is left out. */
  readonly column?: RegExp;
  /** Entry of the light bulb. */
  readonly action: RegExp;
  /** Is in the file afterwards. */
  readonly mended: RegExp;
  /** What is in other files afterwards. The preview names them, and undo takes it back. */
  readonly beside?: Readonly<Record<string, RegExp>>;
}

const CASES: readonly Case[] = [
  {
    rule: "idempotency/payment-without-key",
    file: "src/routes/checkout.ts",
    at: "const payment = await stripe.paymentIntents.create({",
    column: /stripe\.payment/,
    action: /^Pass the client's Idempotency-Key/,
    mended: /\{ idempotencyKey: req\.get\("Idempotency-Key"\)/,
  },
  {
    rule: "secrets/signing-secret",
    file: "src/config.ts",
    at: "parcel-hook-signing",
    column: /parcel-hook/,
    action: /^Read WEBHOOK_SECRET from the environment/,
    mended: /requireEnvironment\("WEBHOOK_SECRET"\)/,
    beside: { ".env": /^WEBHOOK_SECRET=./m, ".env.example": /^WEBHOOK_SECRET=$/m },
  },
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

  for (const { rule, about = "", file, at, below, column, action, mended, beside = {} } of CASES) {
    test(`${rule}: light bulb, preview, apply, undo`, async () => {
      const { bench } = session;
      const name = file.slice(file.lastIndexOf("/") + 1);
      const [group] = rule.split("/");
      const isShown = async () => (await bench.problems(name)).some((row) => row.includes(rule) && row.includes(about));
      await eventually(isShown, Boolean);
      await bench.runCommand("View: Hide Panel");
      const before = session.disk(file)!;
      const others = Object.entries(beside).map(([other, text]) => ({ other, text, before: session.disk(other) }));
      await openAt(file, before, at, below, column);
      const offered = await eventually(bench.lightBulb, (entries) => entries.some((entry) => action.test(entry)));
      const title = offered.find((entry) => action.test(entry))!;
      await bench.screenshot(`fixes-${group}-light-bulb`);

      const places = await bench.previewAction(title);
      await bench.screenshot(`fixes-${group}-preview`);
      assert.ok(
        places.some((place) => place.includes(name)),
        places.join("\n"),
      );
      for (const { other } of others)
        assert.ok(
          places.some((place) => place.startsWith(other)),
          `${other} is not in the preview: ${places.join("\n")}`,
        );
      await bench.endPreview("Discard");
      assert.equal(session.disk(file), before);

      await openAt(file, before, at, below, column);
      await bench.lightBulb();
      await bench.takeAction(title);
      await bench.save();
      await bench.screenshot(`fixes-${group}-applied`);
      await shows(() => session.disk(file), mended);
      await eventually(isShown, (shown) => !shown);
      const changed = others.filter((one) => one.before !== undefined).map(({ other }) => other);
      for (const other of changed) await saveOf(other);
      for (const { other, text } of others)
        await eventually(
          () => session.disk(other) ?? "",
          (now) => text.test(now),
        );

      await bench.openFile(file);
      await bench.undo();
      // One step back, in all files: what was made is gone, and what was changed is as it was.
      await bench.save();
      for (const other of changed) await saveOf(other);
      await eventually(
        () => session.disk(file),
        (now) => now === before,
      );
      for (const { other, before: text } of others)
        await eventually(
          () => session.disk(other),
          (now) => now === text,
        );
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
    const added = () => session.disk(file)!.split('requireRole("admin")').length - 1;
    await shows(added, Number(/\d/.exec(title)![0]));
    await eventually(isShown, (shown) => !shown);
    await bench.openFile(file);
    await bench.undo();
    await bench.save();
    await shows(() => session.disk(file), before);
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
    const names = async () => (await places.allInnerTexts()).join("\n");
    for (const name of ["admin.ts", "checkout.ts", "subscription.ts"]) await shows(names, new RegExp(name));
    assert.deepEqual(
      files.map((file) => session.disk(file)),
      before,
    );
    await bench.endPreview("Apply");
    await bench.screenshot("fixes-workspace-applied");
    // VS Code writes them one after the other: a file that it is just writing is empty.
    for (const file of ["src/routes/subscription.ts", "src/routes/admin.ts"])
      await eventually(
        () => session.disk(file)!,
        (text) => text.includes("idempotencyKey"),
      );
    assert.equal(session.disk("src/app.ts"), before[0]);

    await bench.openFile("src/routes/subscription.ts");
    await bench.undo();
    for (const file of files.slice(1)) await saveOf(file);
    await eventually(
      () => files.filter((file, index) => session.disk(file) !== before[index]),
      (changed) => changed.length === 0,
    );
  });

  /** VS Code saves files that were not open by itself, now and then. */
  async function saveOf(file: string): Promise<void> {
    const { bench } = session;
    await bench.openFile(file);
    const dirty = bench.page.locator(".editor-group-container.active .tab.active.dirty");
    const isDirty = await dirty.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isDirty) await bench.save();
  }

  async function openAt(file: string, text: string, at: string, below = 0, where = /pool\.query/): Promise<void> {
    const { bench } = session;
    await bench.openFile(file);
    await bench.page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ timeout: 40_000 });
    const lines = text.split("\n");
    const index = lines.findIndex((line) => line.includes(at)) + below;
    const column = lines[index]!.search(where);
    await bench.goTo(index + 1, column + 3);
  }
});
