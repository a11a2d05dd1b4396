/**
 * The service map page in a browser, as VS Code would show it: the built script and style sheet, the real document with
 * its policy, a theme's variables, and in place of the host an object that records what the page says.
 */
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { serviceMapHtml } from "../../../src/extension/views/service-map-html.ts";
import type { HostMessage, MapContent, PageMessage } from "../../../src/webview/protocol.ts";
import type { TestBrowser } from "../vscode/browser.ts";
import { THEME_CLASSES, THEMES, type ThemeName } from "./themes.ts";

const ORIGIN = "https://page.test";

/** The page and what a test does with it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of the page's console, violations of its policy among them. */
  readonly console: readonly string[];
  send(message: HostMessage): Promise<void>;
  /** What the page said so far. */
  said(): Promise<readonly PageMessage[]>;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly place?: "sidebar" | "tab";
  readonly content?: MapContent;
  /** What `getState` gives: the state of last time. */
  readonly state?: unknown;
  /** Frames come late, as on a busy machine, so that no test reads what is not drawn yet; `in time` to measure. */
  readonly frames?: "late" | "in time";
}

/** Milliseconds that a late frame comes late. */
const LATE = 150;

/** Script and style sheet, built once in a process. */
export const built: Promise<{ readonly script: string; readonly style: string }> = buildPage();

async function buildPage(): Promise<{ script: string; style: string }> {
  const output = async (entry: string) => {
    const result = await build({
      absWorkingDir: fromRoot("."),
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: "chrome120",
      legalComments: "none",
    });
    return result.outputFiles[0]?.text ?? "";
  };
  return { script: await output("src/webview/main.ts"), style: await output("src/webview/service-map.css") };
}

/** Opens the page and, where content is given, waits until it is drawn. */
export async function openPage(browser: TestBrowser, options: PageOptions = {}): Promise<OpenPage> {
  const {
    theme = "dark",
    width = 1200,
    height = 800,
    place = width < 600 ? "sidebar" : "tab",
    frames = "late",
  } = options;
  const { script, style } = await built;
  const { page, context, console } = await browser.page({ width, height });
  const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
    "/": [
      "text/html",
      serviceMapHtml({
        nonce: "test",
        source: ORIGIN,
        script: "/main.js",
        style: "/main.css",
        title: "Service map",
        language: "en",
      }),
    ],
    "/main.js": ["text/javascript", script],
    "/main.css": ["text/css", style],
  };
  await page.route(`${ORIGIN}/**`, (route) => {
    const [contentType, body] = bodies[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
    return route.fulfill({ status: 200, contentType, body });
  });
  const setup = { variables: THEMES[theme], classes: THEME_CLASSES[theme], state: options.state };
  if (frames === "late") await page.addInitScript(delayFrames, LATE);
  await page.addInitScript(({ variables, classes, state }) => {
    const said: unknown[] = [];
    let kept: unknown = state;
    Object.assign(globalThis, {
      said,
      kept: () => kept,
      acquireVsCodeApi: () => ({
        postMessage: (message: unknown) => said.push(message),
        getState: () => kept,
        setState: (next: unknown) => {
          kept = JSON.parse(JSON.stringify(next));
        },
      }),
    });
    document.addEventListener("DOMContentLoaded", () => {
      for (const [name, value] of Object.entries(variables))
        document.documentElement.style.setProperty(`--vscode-${name}`, value);
      document.body.className = classes;
    });
  }, setup);
  await page.goto(`${ORIGIN}/`);
  const send = (message: HostMessage) => page.evaluate((data) => postMessage(data, "*"), message);
  const opened: OpenPage = {
    page,
    console,
    send,
    said: () => page.evaluate(() => (globalThis as unknown as { said: PageMessage[] }).said),
    close: () => context.close(),
  };
  await send({ type: "begin", texts: {}, place });
  await page.waitForSelector("body.started");
  if (options.content) {
    await send({ type: "content", content: options.content });
    await page.waitForSelector(".node, .list-area, .release-page:not([hidden])");
  }
  return opened;
}

/** In the page: what is drawn is drawn so many milliseconds later. */
function delayFrames(late: number): void {
  const inTime = requestAnimationFrame.bind(globalThis);
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  let last = 0;
  globalThis.requestAnimationFrame = (draw) => {
    const id = ++last;
    const begin = () => {
      waiting.delete(id);
      inTime(draw);
    };
    waiting.set(id, setTimeout(begin, late));
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => clearTimeout(waiting.get(id));
}
