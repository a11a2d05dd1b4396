/** One VS Code with the packaged extension on a copy of the sample service: how a user meets Hardpath. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { VSIX } from "../../../scripts/lib/package-vsix.ts";
import { fromRoot } from "../../../scripts/lib/project.ts";
import { installWeb } from "../../../scripts/lib/vscode/install-web.ts";
import { copySample } from "../../../scripts/lib/vscode/sample-workspace.ts";
import { type Server, startServer } from "../../../scripts/lib/vscode/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

export interface SessionOptions {
  readonly workspaceTrust?: "asks" | "off";
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files to write over the sample, by path; undefined keeps the sample as it is. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files instead of the sample. */
  readonly only?: Readonly<Record<string, string>>;
  /** A folder that is there already, instead of a copy of the sample: it is opened as it is, and stays. */
  readonly existing?: string;
  /** `repository`: the folder is a Git repository in which everything is committed. */
  readonly git?: "repository";
  /** Done with the page before it goes to VS Code. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Session {
  readonly bench: Workbench;
  /** The opened folder. */
  readonly folder: string;
  /** A file of the folder as it is on disk; undefined where it is not there. */
  disk(file: string): string | undefined;
  write(file: string, text: string): void;
  /** Replaces the settings. */
  configure(settings: Readonly<Record<string, unknown>>): void;
  /** Errors of the page's console that are not VS Code's own. */
  readonly console: readonly string[];
  /** What Hardpath wrote to its output channel. */
  log(): string;
  /** Ends it; with a picture where the test failed. */
  close(): Promise<void>;
}

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  if (!existsSync(VSIX)) throw new Error(`${VSIX} is missing: npm run package`);
  const say = (line: string) => console.error(line);
  const folder = await makeWorkspace(options);
  const opened: { server?: Server; browser?: TestBrowser } = {};
  const close = async () => {
    await opened.browser?.close();
    await opened.server?.stop();
    if (!options.existing) rmSync(dirname(folder), { recursive: true, force: true });
  };
  try {
    opened.server = await startServer({
      server: installWeb(say),
      extensions: [VSIX],
      workspaceTrust: options.workspaceTrust ?? "off",
      ...(options.settings ? { settings: options.settings } : {}),
    });
    opened.browser = await launchBrowser(say);
    const { page, console: lines } = await opened.browser.page(options.size);
    await options.prepare?.(page);
    const bench = await openWorkbench(page, opened.server.address(folder));
    const { data, configure } = opened.server;
    return {
      bench,
      folder,
      disk: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined),
      write: (file, text) => put(folder, file, text),
      configure,
      console: lines,
      log: () => readLogs(join(data, "data", "logs")),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeWorkspace({ files, only, existing, git: wanted }: SessionOptions): Promise<string> {
  if (existing) return existing;
  mkdirSync(fromRoot(".vscode-test"), { recursive: true });
  // The folder's name is on the pictures.
  const folder = join(mkdtempSync(fromRoot(".vscode-test", "workspace-")), "shopfront");
  if (!only) await copySample(folder);
  for (const [file, text] of Object.entries({ ...only, ...files })) put(folder, file, text);
  if (wanted) {
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder, "The shop");
  }
  return folder;
}

/** Runs Git in a folder, whatever the machine's own settings are. */
export function git(folder: string, ...args: readonly string[]): void {
  const author = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false"];
  execFileSync("git", [...author, ...args], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
}

/** Commits everything in a folder. */
export function commit(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
}

function put(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function readLogs(folder: string): string {
  if (!existsSync(folder)) return "";
  return globLogs(folder)
    .map((file) => readFileSync(file, "utf8"))
    .join("");
}

function globLogs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /Hardpath[^/]*\.log$/i.test(name))
    .map((name) => join(folder, name));
}
