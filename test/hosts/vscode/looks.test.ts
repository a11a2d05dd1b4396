/** Every theme: the pictures are for people to look at, the checks for what must hold in each. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openSession, type Session } from "../../harness/vscode/session.ts";
import { eventually } from "../../harness/vscode/wait.ts";

/** By VS Code's class of the theme on the window. */
const THEMES = {
  light: { theme: "Default Light Modern", kind: "vs" },
  dark: { theme: "Default Dark Modern", kind: "vs-dark" },
  "high-contrast": { theme: "Default High Contrast", kind: "hc-black" },
} as const;

describe("in every theme", { timeout: 300_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession({ settings: settingsOf("light"), size: { width: 1500, height: 950 } });
    const { bench } = session;
    await bench.openFile("src/routes/checkout.ts");
    await bench.page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
    await bench.runCommand("Hardpath: Show Service Map");
    await eventually(
      () => bench.treeRows("Paths").allInnerTexts(),
      (rows) => rows.length > 3,
    );
  });
  after(() => session?.close());

  for (const name of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
    test(`${name}: code, lenses, views and map`, async () => {
      const { bench } = session;
      session.configure(settingsOf(name));
      await bench.page.locator(`.monaco-workbench.${THEMES[name].kind}`).waitFor();
      await bench.runCommand("View: Show Hardpath");
      const frame = await bench.webview('button[data-id^="area:"]');
      await bench.openFile("src/routes/checkout.ts");
      // An editor that lost the focus asks for lenses when it has it again.
      await bench.page.locator(".codelens-decoration", { hasText: "POST /api/checkout" }).first().waitFor();
      await bench.goTo(29, 27);
      await bench.hover();
      await bench.page.waitForTimeout(600);
      await bench.screenshot(`looks-${name}`);
      await bench.page.keyboard.press("Escape");
      // The page takes VS Code's colours: text that cannot be told from its ground would be lost.
      const [text, ground] = await frame.locator("body").evaluate((body) => {
        const style = getComputedStyle(body);
        return [style.color, getComputedStyle(document.documentElement).backgroundColor || style.backgroundColor];
      });
      assert.notEqual(text, ground);
      await bench.runCommand("View: Close Primary Side Bar");
      await bench.runCommand("Hardpath: Open Service Map in Editor");
      await bench.webview('button[data-id^="area:"]');
      await bench.page.waitForTimeout(1200);
      await bench.screenshot(`looks-map-${name}`);
      await bench.runCommand("View: Close Editor");
    });
  }

  function settingsOf(name: keyof typeof THEMES): Readonly<Record<string, unknown>> {
    return {
      "workbench.colorTheme": THEMES[name].theme,
      "window.autoDetectColorScheme": false,
      "window.autoDetectHighContrast": false,
      "hardpath.codeLens": true,
    };
  }
});
