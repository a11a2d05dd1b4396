/** The service map of an earlier state of the folder, as version control has it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceMap } from "../engine/index.ts";
import { openWorkspace } from "./open-workspace.ts";

/** The most bytes that one state of a folder may have. */
const LARGEST = 2 ** 31 - 1;

/** What keeps an earlier state from being read, in one clear line. */
export class EarlierMapError extends Error {}

/**
 * The map of `folder` at a commit, branch or tag. The files are unpacked beside, and removed again: the folder itself,
 * its index and its branches stay as they are. Throws {@link EarlierMapError} where Git does not know the name.
 */
export function earlierMap(folder: string, reference: string): ServiceMap {
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`]);
  if (commit.status !== 0) {
    const inside = git(folder, ["rev-parse", "--is-inside-work-tree"]).status === 0;
    throw new EarlierMapError(
      inside ? `Git knows no ${reference} here.` : `${folder} is not under version control with Git.`,
    );
  }
  const place = mkdtempSync(join(tmpdir(), "hardpath-"));
  try {
    const archive = git(folder, ["archive", "--format=tar", commit.stdout.toString().trim()]);
    if (archive.status !== 0) throw new EarlierMapError(`Git cannot unpack ${reference}: ${firstLine(archive.stderr)}`);
    const unpacked = spawnSync("tar", ["-xf", "-", "-C", place], { input: archive.stdout, windowsHide: true });
    if (unpacked.error) throw new EarlierMapError(`The program tar is needed: ${unpacked.error.message}`);
    const opened = openWorkspace(place, { cache: "none" });
    const [problem] = opened.workspace.problems();
    if (problem) throw new EarlierMapError(`${problem.file}:${problem.line} at ${reference}: ${problem.message}`);
    return opened.workspace.serviceMap();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function git(folder: string, args: readonly string[]) {
  const result = spawnSync("git", args, { cwd: folder, maxBuffer: LARGEST, windowsHide: true });
  if (result.error) throw new EarlierMapError(`Git is needed: ${result.error.message}`);
  return result;
}

function firstLine(text: Buffer): string {
  return text.toString().trim().split("\n")[0] ?? "";
}
