/**
 * A Chromium for the browser tests: the machine's own, or Debian's package where we may install it.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a Chromium or Chrome. Throws with what to do where there is none. */
export function findChromium(log: (line: string) => void = () => {}): string {
  const found = installed() ?? installFromDebian(log);
  if (found) return found;
  throw new Error(
    "The VS Code tests need Chromium or Chrome. Install one (Debian, Ubuntu: apt-get install chromium), or set CHROME_PATH to its program.",
  );
}

function installed(): string | undefined {
  const own = process.env["CHROME_PATH"];
  if (own) return own;
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, process.platform === "win32" ? `${name}.exe` : name);
      if (isProgram(path)) return path;
    }
  }
  return PLACES.find((path) => existsSync(path));
}

function installFromDebian(log: (line: string) => void): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  log("Installing Chromium with apt-get, once.");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env: environment, encoding: "utf8" } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  const result = spawnSync(
    "apt-get",
    ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    options,
  );
  if (result.status !== 0) log(`apt-get could not install Chromium: ${result.stderr.trim().slice(-300)}`);
  return installed();
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
