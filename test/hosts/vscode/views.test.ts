/** The side bar: map, paths and readiness, clicked through to the code. */
import { after, before, describe, test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually, shows } from "../../harness/vscode/wait.ts";

describe("in the side bar", { timeout: 240_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession({ size: { width: 1500, height: 1100 } });
    await session.bench.runCommand("Hardpath: Show Service Map");
  });
  after(() => session?.close());

  test("paths by area, worst first, with what they lack", async () => {
    const rows = session.bench.treeRows("Paths");
    await eventually(
      () => rows.allInnerTexts(),
      (texts) => texts.some((text) => /^POST \/admin\/refunds\s*\d findings: .*missing-role/.test(text)),
    );
    await session.bench.screenshot("views-side-bar");
    // The first area is the worst.
    await shows(() => rows.first().innerText(), /finding/);
  });

  test("a path expands to its steps, and a step leads into the code", async () => {
    const { bench } = session;
    await bench.runCommand("Hardpath: Walk This Path");
    await bench.answer("POST /api/checkout");
    await bench.page.locator('.tab.active[data-resource-name="checkout.ts"]').waitFor();
    const step = bench.treeRows("Paths").filter({ hasText: /^\d+\. / });
    await step.first().waitFor();
    await bench.screenshot("views-walk");
    await step.last().click();
    await eventually(cursorLine, (line) => line > 1);
  });

  test("readiness names what is there and what is missing, and leads there", async () => {
    const { bench } = session;
    await bench.runCommand("Hardpath: Focus on Readiness View");
    for (const title of ["Security", "Data integrity"])
      await eventually(
        () => bench.treeRows("Readiness").allInnerTexts(),
        (texts) => texts.length > 5 && texts.some((text) => text.startsWith(title)),
      );
    const row = bench.treeRows("Readiness").filter({ hasText: "Nothing reports errors" });
    if ((await row.count()) > 0) {
      await row.click();
      await bench.page.locator('.tab.active[data-resource-name="package.json"]').waitFor();
    }
    await bench.screenshot("views-readiness");
  });

  test("the service map is clicked through from area to path to code", async () => {
    const { bench } = session;
    await bench.runCommand("View: Close All Editors");
    await bench.runCommand("View: Close Primary Side Bar");
    await bench.runCommand("Hardpath: Open Service Map in Editor");
    const area = 'button[data-id^="area:"][data-id$="checkout"]';
    const frame = await bench.webview(area);
    await bench.page.waitForTimeout(800);
    await bench.screenshot("views-map");
    await frame.locator(area).click();
    await frame.locator('button[data-id*="/api/checkout"]').first().click();
    const step = frame.locator(".step-title", { hasText: "Stripe" }).first();
    await step.waitFor();
    await bench.screenshot("views-map-path");
    await step.click();
    await bench.page.locator('.tab[data-resource-name="checkout.ts"]').waitFor();
    await bench.screenshot("views-map-code");
    const line = session
      .disk("src/routes/checkout.ts")!
      .split("\n")
      .findIndex((text) => text.includes("stripe.paymentIntents.create({"));
    await eventually(cursorLine, (at) => at === line + 1);
  });

  test("a path of the tree is shown on the map of the side bar", async () => {
    const { bench } = session;
    await bench.runCommand("View: Close All Editors");
    await bench.runCommand("Hardpath: Show Service Map");
    await bench.runCommand("Hardpath: Show Path on Map");
    await bench.answer("POST /webhooks/stripe");
    const frame = await bench.webview(".step-title");
    await eventually(
      () => frame.locator("body").innerText(),
      (text) => text.includes("POST /webhooks/stripe"),
    );
    await bench.page.waitForTimeout(500);
    await bench.screenshot("views-map-side-bar");
  });

  test("the release checklist of a path opens", async () => {
    const { bench } = session;
    await bench.runCommand("Hardpath: Release Checks");
    await bench.answer("POST /api/checkout");
    await eventually(
      () => bench.editorText(),
      (text) => text.includes("# Release checks: POST /api/checkout"),
    );
    await bench.screenshot("views-release-checks");
  });

  /** Line of the cursor in the visible editor, which need not have the focus. */
  async function cursorLine(): Promise<number> {
    const numbers = await session.bench.page.locator(".monaco-editor .active-line-number").allInnerTexts();
    return Number(numbers[0] ?? 0);
  }
});
