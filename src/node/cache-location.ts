/** Where caches of this user live: never in the repository, where they would be committed or, worse, be given to others. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

declare const BUNDLED_TYPESCRIPT: string | undefined;

/** A cache that nobody used for this many days is removed. */
const UNUSED_DAYS = 30;

/** The folder for caches; `HARDPATH_CACHE_DIR` moves it, for CI systems that keep one folder between runs. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment["HARDPATH_CACHE_DIR"]) return environment["HARDPATH_CACHE_DIR"];
  if (process.platform === "win32") {
    return join(environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "hardpath", "cache");
  }
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "hardpath");
  return join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "hardpath");
}

/** The facts cache of a workspace. Another version of Hardpath has another file, so two of them do not fight. */
export function factsCacheFile(root: string, folder = cacheFolder()): string {
  const name = createHash("sha256").update(root).update("\0").update(programVersion()).digest("hex").slice(0, 24);
  return join(folder, `${name}.facts`);
}

let version: string | undefined;

/** Changes with every change of the program: the hash of the bundle that runs. */
export function programVersion(): string {
  version ??= createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest("hex")
    .slice(0, 24);
  return version;
}

/** True where the program runs from its bundle. From its sources, one file says nothing about the version of the others. */
export function isBundled(): boolean {
  return typeof BUNDLED_TYPESCRIPT === "string";
}

/** Removes caches of workspaces and versions that are gone. Never throws. */
export function removeUnusedCaches(folder: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!/^[0-9a-f]{24}\.(?:facts|[0-9a-z]+\.tmp)$/.test(name)) continue;
      const path = join(folder, name);
      if (now - statSync(path).mtimeMs > UNUSED_DAYS * 86_400_000) unlinkSync(path);
    }
  } catch {
    // Another process was quicker, or the folder is not there.
  }
}
