/** A copy of a lab service that really runs: started, called, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const services = fileURLToPath(new URL("./services/", import.meta.url));
const nextHost = fileURLToPath(new URL("./next-host.ts", import.meta.url));
const pagesHost = fileURLToPath(new URL("./pages-host.ts", import.meta.url));
const preload = fileURLToPath(new URL("./stand-ins.ts", import.meta.url));

/** Copies a service to where it finds the repository's packages; the copy is what fixes change. */
export function copyService(name: string): string {
  const folder = join(root, ".cache", "fix-lab", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(join(services, name), folder, { recursive: true });
  return folder;
}

/** Texts of a folder by path with forward slashes. */
export function textsOf(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes("node_modules") || entry.parentPath.includes("generated"))
      continue;
    const path = join(entry.parentPath, entry.name);
    texts.set(relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8"));
  }
  return texts;
}

export function writeTexts(folder: string, texts: ReadonlyMap<string, string>): void {
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Running {
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  /** What the service wrote. */
  readonly output: () => string;
  stop(): Promise<void>;
}

export async function startService(folder: string, environment: Record<string, string>): Promise<Running> {
  const texts = textsOf(folder);
  const own = ["src/server.ts", "src/server.js", "server.js"].find((file) => texts.has(file));
  const isPages = [...texts.keys()].some((file) => file.startsWith("pages/api/"));
  const main = own ?? (texts.has("instrumentation.ts") ? nextHost : isPages ? pagesHost : undefined);
  if (main === undefined) throw new Error(`${folder} has no server`);
  const child: ChildProcess = spawn(process.execPath, ["--import", preload, main], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: "", NODE_TEST_CONTEXT: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /^port (\d+)/m.exec(output);
      if (found) resolve(found[1]!);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", () => reject(new Error(`the service ended:\n${output}`)));
  });
  return {
    output: () => output,
    async call(method, path, options = {}) {
      const raw = typeof options.body === "string";
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        signal: AbortSignal.timeout(10_000),
        headers: { ...(options.body === undefined ? {} : { "content-type": "application/json" }), ...options.headers },
        ...(options.body === undefined ? {} : { body: raw ? (options.body as string) : JSON.stringify(options.body) }),
      });
      const text = await response.text();
      let body: unknown = text;
      try {
        body = JSON.parse(text);
      } catch {
        // Not JSON: the text is the answer.
      }
      return { status: response.status, body };
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}
