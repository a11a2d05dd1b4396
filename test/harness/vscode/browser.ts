/** The browser the tests drive. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

/** What a container without GPU and network needs. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What VS Code says without the native modules that nothing here needs, and without its own services. */
const HARMLESS =
  /bindings file|native-watchdog|watchdog'|status of 40[0-9]|HTTP response code|service ?worker|ERR_(?:NAME_NOT|INTERNET|CONNECTION)|node-pty|spdlog|mcp|Gallery/i;

export interface TestBrowser {
  /** A page of its own profile; console errors are kept. */
  page(size?: {
    readonly width: number;
    readonly height: number;
  }): Promise<{ page: Page; context: BrowserContext; console: string[] }>;
  close(): Promise<void>;
}

export async function launchBrowser(log?: (line: string) => void): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(log), args: FLAGS });
  return {
    async page(size = { width: 1440, height: 900 }) {
      const context = await browser.newContext({ viewport: size, permissions: ["clipboard-read", "clipboard-write"] });
      const page = await context.newPage();
      const lines: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" && !HARMLESS.test(message.text())) lines.push(message.text());
      });
      page.on("pageerror", (error) => lines.push(String(error)));
      return { page, context, console: lines };
    },
    close: () => browser.close(),
  };
}
