/** How fluid panning is: the clock's frames, and what of each frame is the page's own work. */
import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import type { Frame, Page } from "playwright-core";

export interface Panning {
  /** Milliseconds from each frame to the next, of the quietest of three runs. */
  readonly frames: readonly number[];
  /** Longest time of the page's thread on one frame, without what the machine gave to others. */
  readonly work: number;
}

/** Pans the map in `frame` with the wheel, once a frame; `frame` is the page itself, or a webview inside it. */
export async function pan(page: Page, frame: Page | Frame = page): Promise<Panning> {
  const session = await page.context().newCDPSession(page);
  const events: { name: string; tdur?: number }[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as typeof events)));
  const traceConfig = { includedCategories: ["devtools.timeline", "blink", "toplevel"] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  const runs = [await panOnce(frame), await panOnce(frame), await panOnce(frame)];
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const work = events.filter(({ name, tdur }) => name === "WebFrameWidgetImpl::BeginMainFrame" && tdur !== undefined);
  assert.ok(work.length > 100, "the browser traced no frames");
  const longest = (run: readonly number[]) => Math.max(...run);
  return {
    frames: runs.sort((a, b) => longest(a) - longest(b))[0]!,
    work: Math.max(...work.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

/** What was measured, in one line. */
export function describePanning({ frames, work }: Panning): string {
  const mean = frames.reduce((sum, frame) => sum + frame, 0) / frames.length;
  const longest = Math.max(...frames);
  return `${frames.length} frames, mean ${mean.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, of that the page's own work at most ${work.toFixed(1)} ms`;
}

/** What a clock says counts only where nothing else wants the processors. */
export function isQuiet(): boolean {
  return (loadavg()[0] ?? 0) < availableParallelism();
}

function panOnce(frame: Page | Frame): Promise<readonly number[]> {
  return frame.evaluate(async () => {
    const canvas = document.querySelector(".canvas")!;
    const next = () => new Promise<number>((done) => requestAnimationFrame(done));
    const frames: number[] = [];
    let last = await next();
    for (let step = 0; step < 80; step++) {
      const deltaY = step < 40 ? 120 : -90;
      canvas.dispatchEvent(new WheelEvent("wheel", { deltaX: step % 7 === 0 ? 30 : 0, deltaY, cancelable: true }));
      const now = await next();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}
