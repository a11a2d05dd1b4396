/** Runs a program in a process of its own and measures it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot } from "../lib/project.ts";

export interface Usage {
  /** Processor time of all threads, in milliseconds. */
  readonly cpu: number;
  /** Most memory at one time, in megabytes. */
  readonly peak: number;
  readonly output: string;
}

/**
 * @param args Arguments of node: a script first.
 * @param accepted Exit codes that are not a failure: `check` says 1 when it finds something.
 */
export function measure(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  accepted: readonly number[] = [0],
): Usage {
  const folder = mkdtempSync(join(tmpdir(), "hardpath-usage-"));
  const file = join(folder, "usage.json");
  const result = spawnSync(process.execPath, ["-r", fromRoot("scripts/bench/usage-hook.cjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env, HARDPATH_BENCH_USAGE: file },
    maxBuffer: 1 << 29,
  });
  if (result.status === null || !accepted.includes(result.status)) {
    throw new Error(`node ${args.join(" ")} ended with ${result.status}: ${result.stderr.slice(-800)}`);
  }
  const usage = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true, force: true });
  return { ...usage, output: result.stdout };
}

/** The value below which this part of the values lies: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
