/** The map beside the code: it follows edits, files that come and go, and the branch, and the reader keeps the place. */
import assert from "node:assert/strict";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Frame } from "playwright-core";
import { commit, git, openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually, settled, shows } from "../../harness/vscode/wait.ts";
import { isQuiet } from "../../harness/webview/panning.ts";

const FILE = "src/routes/checkout.ts";
const ADDED = '  await pool.query("DELETE FROM wish_lists WHERE user_id = $1", [req.user!.id]);\n';
/** Most milliseconds from a keystroke to the map. */
const SOON = 1000;

describe("the map beside the code", { timeout: 240_000 }, () => {
  let session: Session;
  let frame: Frame;
  /** Areas of the sample before anything changed. */
  let areas: readonly string[];
  let original: string;

  before(async () => {
    session = await openSession({ git: "repository", size: { width: 1800, height: 1000 } });
    const { bench } = session;
    original = session.disk(FILE)!;
    await bench.openFile(FILE);
    await bench.runCommand("View: Close Primary Side Bar");
    await bench.runCommand("Hardpath: Open Service Map in Editor");
    frame = await bench.webview('button[data-id^="area:"]');
    await bench.runCommand("View: Move Editor into Next Group");
    frame = await bench.webview('button[data-id^="area:"]');
    areas = await settled(shownAreas);
    await bench.runCommand("View: Focus First Editor Group");
  });
  after(() => session?.close());

  test("the cursor's path is marked on the map", async () => {
    const { bench } = session;
    await bench.goTo(lineWith("stripe.paymentIntents.create({"), 5);
    const marked = () =>
      frame.locator(".node.at-cursor").evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset["id"]));
    await shows(async () => (await marked()).filter((id) => id?.startsWith("area:")).length, 1);
    await bench.screenshot("follows-cursor");
    await bench.goTo(1);
    await eventually(marked, (ids) => ids.length === 0);
  });

  test("an edit is on the map within a second; view, zoom and reading place are kept", async (context) => {
    const { bench } = session;
    await frame.locator('button[data-id^="area:"][data-id$="checkout"]').click();
    await frame.locator('button[data-id*="/api/checkout"]').first().click();
    await frame.locator(".step-title").first().waitFor();
    await frame.getByRole("button", { name: "Zoom in" }).click();
    const details = frame.locator(".details");
    await details.evaluate((element) => element.scrollTo(0, 150));
    const place = async () => ({
      crumb: await frame.locator(".crumbs [aria-current]").innerText(),
      camera: await frame.locator(".layer").evaluate((layer) => (layer as HTMLElement).style.transform),
      scrolled: await details.evaluate((element) => element.scrollTop),
    });
    const before = await settled(place);
    await bench.runCommand("View: Focus First Editor Group");
    await bench.goTo(lineWith("res.status(201)"));

    const shown = frame.waitForFunction(() =>
      [...document.querySelectorAll(".step-title")].some((title) => title.textContent?.includes("wish_lists")),
    );
    const begin = performance.now();
    await bench.page.keyboard.insertText(ADDED);
    await shown;
    const took = performance.now() - begin;
    context.diagnostic(`from the keystroke to the map: ${took.toFixed(0)} ms`);
    await bench.screenshot("follows-edit");
    await shows(place, before);
    if (isQuiet()) assert.ok(took < SOON, `${took.toFixed(0)} ms`);
  });

  test("only what changed since the last commit", async () => {
    const { bench } = session;
    await bench.save();
    await frame.locator(".crumbs button").first().click();
    await frame.getByRole("button", { name: "Changed files" }).click();
    // Git itself needs a moment to see the file.
    const wanted = areas.filter((area) => /^(?:checkout|orders)$/.test(area)).join();
    await eventually(shownAreas, (now) => now.join() === wanted);
    await bench.screenshot("follows-changed");
    await frame.getByRole("button", { name: "Clear filters" }).click();
    session.write(FILE, original);
    await bench.runCommand("View: Focus First Editor Group");
    await eventually(
      () => bench.editorText(),
      (text) => !text.includes("wish_lists"),
    );
  });

  test("what a change does to the service is said against a commit", async () => {
    const { bench } = session;
    edit(FILE, (text) => text.replace("  res.status(201)", `${ADDED}  res.status(201)`));
    await bench.runCommand("Hardpath: Compare Service Map with a Commit");
    await bench.answer("HEAD");
    await eventually(
      () => bench.editorText(),
      (text) => text.includes("1 path changed") && text.includes("wish_lists"),
    );
    await bench.screenshot("follows-difference");
    edit(FILE, (text) => text.replace(ADDED, ""));
    await bench.runCommand("View: Revert and Close Editor");
    // The document stood on the map, which is drawn anew.
    frame = await bench.webview('button[data-id^="area:"]');
  });

  test("a file that is deleted takes its paths along", async () => {
    git(session.folder, "switch", "--quiet", "--create", "without-gift-cards");
    rmSync(join(session.folder, "src/routes/gift-cards.ts"));
    edit("src/app.ts", (text) => text.replace(/^.*gift-?cards.*\n/gim, ""));
    await shows(
      shownAreas,
      areas.filter((area) => area !== "gift-cards"),
      30_000,
    );
  });

  test("after a folder is renamed the map leads to the files' new places", async () => {
    const { folder } = session;
    renameSync(join(folder, "src/routes"), join(folder, "src/endpoints"));
    edit("src/app.ts", (text) => text.replaceAll("./routes/", "./endpoints/"));
    await openStep("endpoints");
    commit(folder, "Endpoints without gift cards");
    await backToService();
    await shows(async () => (await shownAreas()).length, areas.length - 1);
  });

  test("after a switch of the branch the map is that of the branch", async () => {
    const { bench, folder } = session;
    git(folder, "switch", "--quiet", "main");
    await shows(shownAreas, areas, 30_000);
    await openStep("routes");
    await bench.screenshot("follows-branch");
  });

  /** From the overview to the step of the checkout that charges, and into its code. */
  async function openStep(within: string): Promise<void> {
    await frame.locator('button[data-id^="area:"][data-id$="checkout"]').click();
    await frame.locator('button[data-id*="/api/checkout"]').first().click();
    const step = frame.locator(".step-title", { hasText: "Stripe" }).first();
    const { bench } = session;
    await eventually(
      () => step.getAttribute("title"),
      (title) => title?.startsWith(`src/${within}/`) === true,
    );
    await step.click();
    await eventually(
      () => bench.page.locator(".breadcrumbs-control").allInnerTexts(),
      (texts) => texts.some((text) => text.includes(within)),
    );
  }

  async function backToService(): Promise<void> {
    await frame.locator(".crumbs button").first().click();
    await frame.locator('button[data-id^="area:"]').first().waitFor();
  }

  /** All of them: the drawing itself holds only what is in sight. */
  async function shownAreas(): Promise<readonly string[]> {
    const lines = await frame.locator(".stage > .visually-hidden li").allTextContents();
    return lines.filter((line) => !/: 0 paths/.test(line)).map((line) => line.slice(0, line.indexOf(":")));
  }

  function lineWith(text: string): number {
    return (
      session
        .disk(FILE)!
        .split("\n")
        .findIndex((line) => line.includes(text)) + 1
    );
  }

  function edit(file: string, change: (text: string) => string): void {
    const path = join(session.folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
});
