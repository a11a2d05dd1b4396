/** Runs the built command line as a process, as a user or a CI system does. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The bundle under test; `npm test` builds it first. */
export const CLI = fileURLToPath(new URL("../../../dist/cli.cjs", import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** User to run as. */
  readonly uid?: number;
}

/** Runs `hardpath` with these arguments. Nothing of the caller's cache or colours reaches it. */
export function hardpath(args: readonly string[], options: CliOptions = {}): CliResult {
  assert.ok(existsSync(CLI), "run npm run build first");
  const { PATH, HOME, SystemRoot, TEMP } = process.env;
  const result = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    cwd: options.cwd,
    input: options.input ?? "",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...Object.fromEntries(Object.entries({ PATH, HOME, SystemRoot, TEMP }).filter((pair) => pair[1] !== undefined)),
      HARDPATH_CACHE_DIR: options.env?.["HARDPATH_CACHE_DIR"] ?? "/dev/null/none",
      ...options.env,
    } as NodeJS.ProcessEnv,
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  assert.equal(result.error, undefined);
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** The findings of `check --format json`. */
export function findingsOf(
  result: CliResult,
): readonly { readonly [key: string]: unknown; readonly ruleId: string; readonly file: string }[] {
  assert.notEqual(result.code, 2, result.err);
  return JSON.parse(result.out).findings;
}
