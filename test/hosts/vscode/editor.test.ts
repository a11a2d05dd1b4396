/** What a user sees and does in the editor: squiggle, hover, light bulb, save, undo, allowance. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually } from "../../harness/vscode/wait.ts";

const FILE = "src/routes/checkout.ts";
const RULE = "idempotency/payment-without-key";

describe("in the editor", { timeout: 240_000 }, () => {
  let session: Session;
  /** Line, from 1, of the payment that has no key. */
  let line: number;
  let original: string;

  before(async () => {
    session = await openSession();
    original = session.disk(FILE)!;
    line = original.split("\n").findIndex((text) => text.includes("stripe.paymentIntents.create({")) + 1;
    await session.bench.openFile(FILE);
  });
  after(() => session?.close());

  test("a squiggle, and a hover that says what happens and what to do", async () => {
    const { bench } = session;
    await bench.page.locator(".squiggly-error").first().waitFor({ timeout: 90_000 });
    await bench.goTo(line, columnOf("stripe.paymentIntents", line));
    const hover = await bench.hover();
    await bench.screenshot("editor-hover");
    assert.match(hover, /POST \/api\/checkout/);
    assert.match(hover, new RegExp(RULE));
    await bench.page.keyboard.press("Escape");
  });

  test("the finding stands in the Problems view once, with its way", async () => {
    const isFinding = (row: string) => row.includes(RULE) && row.includes(`[Ln ${line},`);
    const rows = await eventually(
      () => session.bench.problems("checkout.ts"),
      (found) => found.some(isFinding),
    );
    await session.bench.screenshot("editor-problems");
    assert.equal(rows.filter(isFinding).length, 1, rows.join("\n"));
  });

  test("the rule's name leads to its page, without a network", async () => {
    const { bench } = session;
    await bench.problems("checkout.ts");
    await bench.runCommand("Hardpath: Explain Rule");
    await bench.answer(RULE);
    await bench.page.locator(".tab.active", { hasText: "payment-without-key.md" }).waitFor();
    await bench.screenshot("editor-rule-page");
    await bench.runCommand("View: Close Editor");
  });

  test("the light bulb mends the file; it is on disk after saving; undo takes it back", async () => {
    const { bench } = session;
    await focusFinding();
    const actions = await eventually(bench.lightBulb, (entries) => entries.includes(`Explain ${RULE}`));
    await bench.screenshot("editor-light-bulb");
    await bench.takeAction(actions.find((title) => /key/i.test(title) && !/^(?:Allow|Explain) /.test(title))!);
    await bench.save();
    const mended = await eventually(
      () => session.disk(FILE)!,
      (text) => countOf(text, "idempotencyKey") === 2,
    );
    await bench.screenshot("editor-mended");
    assert.notEqual(mended, original);
    await eventually(
      () => bench.problems("checkout.ts"),
      (rows) => !rows.some((row) => row.includes(RULE) && row.includes(`[Ln ${line},`)),
    );
    await bench.openFile(FILE);
    await bench.undo();
    await bench.save();
    await eventually(
      () => session.disk(FILE),
      (text) => text === original,
    );
    await eventually(
      () => bench.problems("checkout.ts"),
      (rows) => rows.some((row) => row.includes(RULE)),
    );
  });

  test("an allowance asks for the reason and keeps it above the line", async () => {
    const { bench } = session;
    await focusFinding();
    await bench.lightBulb();
    await bench.takeAction(`Allow ${RULE} here`);
    await bench.answer("the sandbox account never charges");
    const comment = `// hardpath-allow ${RULE}: the sandbox account never charges`;
    await eventually(
      () => bench.editorText(),
      (text) => text.includes(comment),
    );
    await bench.save();
    const saved = await eventually(
      () => session.disk(FILE)!,
      (text) => text.includes(comment),
    );
    const lines = saved.split("\n");
    const index = lines.findIndex((text) => text.includes(comment));
    assert.equal(indentation(lines[index]!), indentation(lines[index + 1]!));
    await bench.screenshot("editor-allowed");
    await eventually(
      () => bench.problems("checkout.ts"),
      (rows) => !rows.some((row) => row.includes(RULE) && row.includes(`[Ln ${line + 1},`)),
    );
    await bench.openFile(FILE);
    await bench.undo();
    await bench.save();
    await eventually(
      () => session.disk(FILE),
      (text) => text === original,
    );
  });

  test("a secret moves to the environment, with the steps that remain", async () => {
    const { bench } = session;
    const file = "src/config.ts";
    const key = /sk_live_\w+/.exec(session.disk(file)!)![0];
    await bench.openFile(file);
    await bench.page.locator(".squiggly-error").first().waitFor({ timeout: 90_000 });
    const row = session
      .disk(file)!
      .split("\n")
      .findIndex((text) => text.includes(key));
    await bench.goTo(row + 1, session.disk(file)!.split("\n")[row]!.indexOf(key) + 3);
    const moves = (title: string) => /\.env|environment/i.test(title) && !/^(?:Allow|Explain) /.test(title);
    const actions = await eventually(bench.lightBulb, (entries) => entries.some(moves));
    await bench.screenshot("editor-secret");
    await bench.takeAction(actions.find(moves)!);
    await eventually(
      () => bench.editorText(),
      (text) => !text.includes(key),
    );
    const told = bench.notification(/[2-9] steps remain/).first();
    await told.waitFor();
    await bench.screenshot("editor-secret-steps");
    await told.getByRole("button", { name: "Show Steps" }).click();
    await eventually(
      () => bench.editorText(),
      (text) => /^# /m.test(text),
    );
    await bench.screenshot("editor-checklist");
  });

  test("nothing of Hardpath failed on the way", () => {
    assert.deepEqual(
      session.console.filter((text) => /hardpath/i.test(text)),
      [],
    );
  });

  async function focusFinding(): Promise<void> {
    const { bench } = session;
    await bench.openFile(FILE);
    await bench.page.locator(".squiggly-error").first().waitFor({ timeout: 90_000 });
    await bench.goTo(line, columnOf("stripe.paymentIntents", line));
  }

  function columnOf(text: string, at: number): number {
    return original.split("\n")[at - 1]!.indexOf(text) + 2;
  }
});

function countOf(text: string, word: string): number {
  return text.split(word).length - 1;
}

function indentation(text: string): string {
  return /^\s*/.exec(text)![0];
}
