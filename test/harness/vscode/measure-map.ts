/** Opens a large made-up service in VS Code with the map in front, and measures. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { type Panning, pan } from "../webview/panning.ts";
import { writeLargeService } from "./large-service.ts";
import { openSession } from "./session.ts";
import { eventually } from "./wait.ts";

export interface MapMeasures {
  /** Milliseconds until the drawing stands. */
  readonly open: {
    /** From the navigation, with VS Code's own start. */
    readonly fromStart: number;
    /** From the moment when the findings are there and the map is asked for, whichever comes later. */
    readonly fromFindings: number;
    /** From the map's arrival in the page. */
    readonly drawing: number;
  };
  readonly panning: Readonly<Record<string, Panning>>;
}

/** Measures a folder, or a made-up service of so many entry points, with the map in a tab. */
export async function measureMap(what: number | string): Promise<MapMeasures> {
  const folder = typeof what === "string" ? what : makeService(what);
  const begin = Date.now();
  const size = { width: 1500, height: 950 };
  const session = await openSession({ existing: folder, size, prepare: noteReadiness });
  try {
    const { bench } = session;
    const { page } = bench;
    await bench.runCommand("Hardpath: Open Service Map in Editor");
    const asked = Date.now();
    const frame = await bench.webview(".node");
    const { arrived, drawn } = (await eventually(
      () => marks(frame),
      (found) => found !== undefined,
    ))!;
    const ready = await page.evaluate(() => (globalThis as unknown as { hardpathReady: number }).hardpathReady);
    const open = { fromStart: drawn - begin, fromFindings: drawn - Math.max(ready, asked), drawing: drawn - arrived };
    await page.waitForTimeout(2000);

    const fitted = await pan(page, frame);
    await bench.screenshot(`large-${typeof what === "number" ? what : "folder"}`);
    await frame.getByRole("button", { name: "All paths" }).click();
    await page.waitForTimeout(1000);
    const rows = await pan(page, frame);
    for (let step = 0; step < 8; step++) await frame.getByRole("button", { name: "Zoom out" }).click();
    await page.waitForTimeout(500);
    const far = await pan(page, frame);
    await bench.screenshot(`large-${typeof what === "number" ? what : "folder"}-far`);
    return { open, panning: { areas: fitted, "all paths": rows, "all paths, far out": far } };
  } finally {
    await session.close();
    if (typeof what === "number") rmSync(dirname(folder), { recursive: true, force: true });
  }
}

/** How soon the map was there, in one line. */
export function describeOpening({ open }: MapMeasures): string {
  const [start, findings, drawing] = [open.fromStart, open.fromFindings, open.drawing].map((time) => time / 1000);
  return `from opening the folder to the map ${start!.toFixed(2)} s, from findings to the map ${findings!.toFixed(2)} s, of that the page's drawing ${drawing!.toFixed(2)} s`;
}

function makeService(size: number): string {
  mkdirSync(fromRoot(".vscode-test"), { recursive: true });
  const folder = join(mkdtempSync(fromRoot(".vscode-test", "large-")), "large-service");
  writeLargeService(folder, size);
  return folder;
}

/** The page notes when the status bar first shows a number of findings. */
function noteReadiness(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    if (window !== top) return;
    const watch = setInterval(() => {
      const items = [...document.querySelectorAll<HTMLElement>(".statusbar-item")];
      if (!items.some((item) => /Hardpath \d/.test(item.innerText))) return;
      clearInterval(watch);
      (globalThis as unknown as { hardpathReady: number }).hardpathReady = performance.timeOrigin + performance.now();
    }, 10);
  });
}

/** When the map arrived in the page and when it was drawn, in milliseconds of the wall clock. */
function marks(frame: Frame): Promise<{ readonly arrived: number; readonly drawn: number } | undefined> {
  return frame.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(`hardpath: ${name}`)[0]?.startTime;
    const [arrived, drawn] = [at("map arrived"), at("drawn")];
    const { timeOrigin } = performance;
    return arrived === undefined || drawn === undefined || drawn < arrived
      ? undefined
      : { arrived: timeOrigin + arrived, drawn: timeOrigin + drawn };
  });
}
