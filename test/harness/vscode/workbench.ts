/** VS Code's window as a test uses it: by its keyboard, its lists and what can be read on the screen. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { RESULTS } from "./paths.ts";
import { settled } from "./wait.ts";

/** Time for something that may need a cold TypeScript server, in milliseconds. */
const PATIENCE = 40_000;

export interface Workbench {
  readonly page: Page;
  /** Opens a file of the workspace by its path. */
  openFile(path: string): Promise<void>;
  /** Runs a command by its title in the palette, as `Hardpath: Show Service Map`. */
  runCommand(title: string): Promise<void>;
  /** Puts the cursor; line and column from 1. */
  goTo(line: number, column?: number): Promise<void>;
  /** Rows of the Problems view as text, with the view open: all of them, also those beyond the screen. */
  problems(filter?: string): Promise<string[]>;
  /** The hover at the cursor. */
  hover(): Promise<string>;
  /** Opens the light bulb at the cursor, anew where it is open, and reads its entries. */
  lightBulb(): Promise<string[]>;
  /** Takes an entry of the open light bulb. */
  takeAction(title: string): Promise<void>;
  /** Shows what an entry of the open light bulb would change, and gives the places it lists. */
  previewAction(title: string): Promise<string[]>;
  /** Answers the open preview of a change. */
  endPreview(answer: "Apply" | "Discard"): Promise<void>;
  /** Answers an open input box or pick. */
  answer(text: string): Promise<void>;
  /** Saves the changed file in front. */
  save(): Promise<void>;
  undo(): Promise<void>;
  /** Text of the editor in front, as far as it is on the screen. */
  editorText(): Promise<string>;
  /** Rows of a tree view in the side bar, by the view's title. */
  treeRows(view: string): Locator;
  /** The innermost frame of a webview in which the selector is found. */
  webview(selector: string): Promise<Frame>;
  notification(text: string | RegExp): Locator;
  screenshot(name: string): Promise<string>;
}

/** Opens an address and waits until VS Code can be used. */
export async function openWorkbench(page: Page, address: string): Promise<Workbench> {
  await page.goto(address);
  await page.waitForSelector(".monaco-workbench .part.statusbar .statusbar-item", { timeout: PATIENCE });
  await page.waitForSelector(".monaco-workbench .explorer-folders-view .monaco-list-row, .monaco-dialog-box", {
    timeout: PATIENCE,
  });

  const input = page.locator(".quick-input-widget input");
  const rows = page.locator(".quick-input-list .monaco-list-row");
  /** Takes a row of a quick pick. While VS Code starts, rows come late and the pick may close: it is asked for again. */
  async function pick(key: string, text: string, row: Locator): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      await page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 3000 });
        await row.click({ timeout: 3000 });
        break;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await page.keyboard.press("Escape");
      }
    }
    await row.waitFor({ state: "hidden" });
  }
  /** The command of this name, which may ask for more: others that hold it may be listed above. */
  function commandRow(title: string): Locator {
    const whole = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:…|\\.{3})?$`);
    return rows.filter({ has: page.locator(".label-name", { hasText: whole }) }).first();
  }
  /** What was listed before stands there until the text has been looked for: only the row that is chosen counts. */
  function chosenRow(name: string): Locator {
    return page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).first();
  }

  const actions = page.locator(".action-widget .monaco-list-row");
  /**
   * Does something with the light bulb's menu, which is opened where it is not. It closes by itself when its file's
   * diagnostics change under it: then it is opened again.
   */
  async function inLightBulb<Result>(act: () => Promise<Result>): Promise<Result> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      try {
        if (!(await actions.first().isVisible())) await page.keyboard.press("Control+.");
        await actions.first().waitFor({ timeout: 8000 });
        return await act();
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  const bench: Workbench = {
    page,
    async openFile(path) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      await pick("Control+P", path, chosenRow(name));
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout: PATIENCE });
      await page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
    },
    runCommand: (title) => pick("F1", `>${title}`, commandRow(title)),
    async goTo(line, column = 1) {
      await page.keyboard.press("Control+G");
      await input.fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    },
    async problems(filter = "") {
      const panel = page.locator(".markers-panel");
      if (!(await panel.isVisible())) await page.keyboard.press("Control+Shift+M");
      await panel.waitFor();
      const box = page.getByPlaceholder(/^Filter \(e\.g\./);
      if ((await box.inputValue()) !== filter) {
        await box.fill(filter);
        await page.waitForTimeout(500);
        // "Showing 4 of 30" stands beside the box once the filter was applied; where all rows pass, nothing does.
        const applied = page.locator(".viewpane-filter-badge:not(.hidden)").first();
        if (filter !== "") await applied.waitFor({ timeout: 3_000 }).catch(() => undefined);
      }
      // While a finding passes from one owner to the other its rows move, and one could be read at two places.
      return settled(() => rowsOfList(panel.locator(".tree-container").first()), PATIENCE);
    },
    async hover() {
      const box = page.locator(".monaco-resizable-hover:visible, .monaco-hover:visible").first();
      const waiting = box.getByText("Checking for quick fixes");
      const deadline = Date.now() + 2 * PATIENCE;
      // The offer of fixes comes after the text. While extensions still start, VS Code drops the question for it when one
      // more of them begins to offer any, and the box waits for ever: it is shown again.
      for (;;) {
        await page.keyboard.press("Control+K");
        await page.keyboard.press("Control+I");
        await box.waitFor({ timeout: PATIENCE });
        try {
          await waiting.waitFor({ state: "hidden", timeout: 10_000 });
          return (await box.innerText()).trim();
        } catch (error) {
          if (Date.now() > deadline) throw error;
          await page.keyboard.press("Escape");
          await box.waitFor({ state: "hidden" });
        }
      }
    },
    async lightBulb() {
      if (await actions.first().isVisible()) await page.keyboard.press("Escape");
      await actions.first().waitFor({ state: "hidden" });
      return inLightBulb(async () => (await actions.allInnerTexts()).map((text) => text.trim()).filter(Boolean));
    },
    async takeAction(title) {
      await inLightBulb(() => actions.filter({ hasText: title }).first().click({ timeout: 3000 }));
      await actions.first().waitFor({ state: "hidden" });
    },
    async previewAction(title) {
      await inLightBulb(async () => {
        await actions.filter({ hasText: title }).first().hover({ timeout: 3000 });
        await page.locator(".action-widget .monaco-list-row.focused", { hasText: title }).waitFor({ timeout: 3000 });
        await page.keyboard.press("Control+Enter");
      });
      const places = page.locator(".bulk-edit-panel .monaco-list-row");
      await places.first().waitFor({ timeout: PATIENCE });
      return (await settled(() => places.allInnerTexts())).map((text) => text.replace(/\s+/g, " ").trim());
    },
    async endPreview(answer) {
      const panel = page.locator(".bulk-edit-panel");
      await panel.getByRole("button", { name: new RegExp(`^${answer}`) }).click();
      await panel.waitFor({ state: "hidden" });
    },
    async answer(text) {
      await input.waitFor();
      await input.fill(text);
      // A pick lists what matches; an input box lists nothing.
      if (await page.locator(".quick-input-list").isVisible()) await chosenRow(text).waitFor();
      await page.keyboard.press("Enter");
    },
    async save() {
      await page.locator(".editor-group-container.active .tab.active.dirty").waitFor();
      await page.keyboard.press("Control+S");
      await page.locator(".editor-group-container.active .tab.active:not(.dirty)").waitFor();
    },
    async undo() {
      await page.keyboard.press("Control+Z");
    },
    async editorText() {
      const lines = page.locator(".editor-group-container.active .monaco-editor .view-line");
      // The editor keeps its lines in any order and places them by their top.
      const placed = await lines.evaluateAll((elements) =>
        elements.map((element) => ({
          top: Number.parseFloat((element as HTMLElement).style.top),
          text: element.textContent ?? "",
        })),
      );
      placed.sort((left, right) => left.top - right.top);
      return placed
        .map(({ text }) => text)
        .join("\n")
        .replaceAll("\u00a0", " ");
    },
    treeRows: (view) =>
      page.locator(".pane", { has: page.locator(".pane-header", { hasText: view }) }).locator(".monaco-list-row"),
    async webview(selector) {
      const deadline = Date.now() + PATIENCE;
      while (Date.now() < deadline) {
        for (const frame of page.frames()) {
          if (frame !== page.mainFrame() && (await frame.$(selector).catch(() => null))) return frame;
        }
        await page.waitForTimeout(200);
      }
      throw new Error(`No webview shows ${selector}`);
    },
    notification: (text) => page.locator(".notification-toast", { hasText: text }),
    async screenshot(name) {
      mkdirSync(RESULTS, { recursive: true });
      const path = join(RESULTS, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
  return bench;
}

/**
 * All rows of a list as text, in their order. VS Code draws only those that are on the screen, and scrolls by itself
 * to what belongs to the cursor: the list is read from its top to its end.
 */
async function rowsOfList(list: Locator): Promise<string[]> {
  const rows = new Map<number, string>();
  const scroll = (pixels: number) =>
    list
      .locator(".monaco-scrollable-element")
      .first()
      .evaluate(
        (element, deltaY) =>
          element.dispatchEvent(new WheelEvent("wheel", { deltaY, bubbles: true, cancelable: true })),
        pixels,
        { timeout: 1000 },
      )
      .catch(() => undefined);
  /** Reads what is drawn; whether it told a row that was not known. */
  const readDrawn = async () => {
    // Rows that stick to the top stand there a second time, in a container of their own.
    const drawn = await list
      .locator(".monaco-list-rows > .monaco-list-row")
      .evaluateAll((found) =>
        found.map((row) => ({ index: Number(row.getAttribute("data-index")), text: (row as HTMLElement).innerText })),
      );
    const isMore = drawn.some(({ index }) => !rows.has(index));
    for (const { index, text } of drawn) rows.set(index, text.replace(/\s+/g, " ").trim());
    return isMore;
  };
  await scroll(-100_000);
  while (await readDrawn()) await scroll(100);
  return [...rows].sort(([a], [b]) => a - b).map(([, text]) => text);
}
