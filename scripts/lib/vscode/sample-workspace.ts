/** A copy of the sample service to open and to play with; the committed one is never opened. */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot } from "../project.ts";

/**
 * Copies the sample to `target` and puts into it what cannot be committed. `target` is below the repository, so that the
 * packages of its dependencies are found there.
 */
export async function copySample(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  cpSync(fromRoot("test/apps/shopfront"), target, { recursive: true });
  const { plantToken } = await import(pathToFileURL(fromRoot("test/apps/plant-token.ts")).href);
  plantToken(target);
}
