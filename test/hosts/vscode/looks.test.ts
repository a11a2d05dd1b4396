/** Every theme: the pictures are for people to look at, the checks for what must hold in each. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession } from "../../harness/vscode/session.ts";
import { eventually } from "../../harness/vscode/wait.ts";

const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "high-contrast": "Default High Contrast",
} as const;

for (const [name, theme] of Object.entries(THEMES)) {
  test(`in the ${name} theme`, { timeout: 180_000 }, async () => {
    const session = await openSession({
      settings: {
        "workbench.colorTheme": theme,
        "window.autoDetectColorScheme": false,
        "window.autoDetectHighContrast": false,
        "hardpath.codeLens": true,
      },
      size: { width: 1500, height: 950 },
    });
    try {
      const { bench } = session;
      await bench.openFile("src/routes/checkout.ts");
      await bench.page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
      await bench.runCommand("Hardpath: Show Service Map");
      const frame = await bench.webview('button[data-id^="area:"]');
      await eventually(
        () => bench.treeRows("Paths").allInnerTexts(),
        (rows) => rows.length > 3,
      );
      // An editor that lost the focus asks for lenses when it has it again.
      await bench.runCommand("View: Focus Active Editor Group");
      await bench.page.locator(".codelens-decoration", { hasText: "POST /api/checkout" }).first().waitFor();
      await bench.openFile("src/routes/checkout.ts");
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
      await bench.page.waitForTimeout(1500);
      await bench.screenshot(`looks-map-${name}`);
    } finally {
      await session.close();
    }
  });
}
