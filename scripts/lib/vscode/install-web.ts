/**
 * A real VS Code from the npm registry: the server, workbench and built-in extensions inside the package `code-server`.
 *
 * Three npm steps, because the package's own install script compiles native modules that nothing here needs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromRoot } from "../project.ts";

/** code-server 4.139.1 is VS Code 1.139.1. */
export const WEB_VERSION = "4.139.1";

/** Folder of the VS Code server, installed when it is not there yet. Throws with one clear line where npm fails. */
export function installWeb(log: (line: string) => void = () => {}): string {
  const prefix = fromRoot(".vscode-test", "web");
  const server = join(prefix, "node_modules/code-server/lib/vscode");
  const stamp = join(prefix, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === WEB_VERSION && existsSync(server)) return server;
  log(`Fetching VS Code (code-server ${WEB_VERSION}) from the npm registry, once: about 600 MB on disk.`);
  mkdirSync(prefix, { recursive: true });
  npm(prefix, ["install", "--prefix", prefix, "--ignore-scripts", `code-server@${WEB_VERSION}`]);
  npm(server, ["install", "--omit=dev", "--ignore-scripts"]);
  npm(join(server, "extensions"), ["install", "--omit=dev", "--ignore-scripts"]);
  writeFileSync(stamp, WEB_VERSION);
  return server;
}

/** A connection that stalls holds npm for ever: after this many milliseconds it is asked again. */
const PATIENCE = 150_000;
const ATTEMPTS = 3;

function npm(folder: string, args: readonly string[], attempt = 1): void {
  // A script of ours runs inside npm: its variables must not reach this npm as options.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(?!registry|userconfig|cache)|package_|lifecycle_)/i.test(name),
    ),
  );
  const result = spawnSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    encoding: "utf8",
    env: environment,
    timeout: PATIENCE,
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  if (attempt < ATTEMPTS) return npm(folder, args, attempt + 1);
  throw new Error(
    `npm ${args.join(" ")} failed in ${folder}: ${(result.stderr || String(result.error)).trim().slice(-600)}`,
  );
}
