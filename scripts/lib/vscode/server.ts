/** Runs the VS Code server for the tests and for `npm start`. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fromRoot } from "../project.ts";

export interface ServerOptions {
  /** Folder of the VS Code server: `installWeb()`. */
  readonly server: string;
  /** Packaged extensions to install before the start. */
  readonly extensions: readonly string[];
  /** Whether VS Code asks if it may trust a folder. */
  readonly workspaceTrust: "asks" | "off";
  /** `on` where the address names tests for the extension host. */
  readonly driver?: "on";
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Given to the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where settings and extensions are kept; a fresh folder that goes with the server where there is none. */
  readonly data?: string;
  /** Wanted port; another one where it is taken. */
  readonly port?: number;
}

export interface Server {
  readonly port: number;
  /** Address that opens a folder or a `.code-workspace` file. */
  address(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** What the server wrote. */
  readonly output: () => string;
  /** Replaces the settings; VS Code takes them at once. */
  configure(settings: Readonly<Record<string, unknown>>): void;
  /** Where settings, extensions and logs are. */
  readonly data: string;
  stop(): Promise<void>;
}

/** Settings for quiet pictures: nothing of VS Code's own that asks for attention. */
export const QUIET: Readonly<Record<string, unknown>> = {
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "git.openRepositoryInParentFolders": "never",
  "window.commandCenter": false,
  "editor.minimap.enabled": false,
  // The browser saves by itself; a desktop does not.
  "files.autoSave": "off",
};

export async function startServer(options: ServerOptions): Promise<Server> {
  mkdirSync(fromRoot(".vscode-test"), { recursive: true });
  const data = options.data ?? mkdtempSync(fromRoot(".vscode-test", "data-"));
  const configure = (settings: Readonly<Record<string, unknown>>) => writeSettings(data, settings);
  configure(options.settings ?? {});
  for (const extension of options.extensions) install(options.server, data, extension);

  const port = await freePort(options.port);
  const args = [
    ...["out/server-main.js", "--without-connection-token", "--accept-server-license-terms", "--disable-telemetry"],
    ...["--host", "127.0.0.1", "--port", String(port), "--server-data-dir", data],
    // The driver lets a page name the tests to run, and hides notifications.
    ...(options.driver === "on" ? ["--enable-smoke-test-driver"] : []),
    ...(options.workspaceTrust === "off" ? ["--disable-workspace-trust"] : []),
  ];
  const child = spawn(process.execPath, args, {
    cwd: options.server,
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  await listening(child, port, () => output);

  return {
    port,
    data,
    output: () => output,
    configure,
    address: (folder, payload = []) => {
      const kind = folder.endsWith(".code-workspace") ? "workspace" : "folder";
      const query = new URLSearchParams({ [kind]: folder });
      if (payload.length > 0) query.set("payload", JSON.stringify(payload));
      return `http://localhost:${port}/?${query}`;
    },
    async stop() {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
        await gone;
        clearTimeout(timer);
      }
      if (!options.data) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): void {
  for (const scope of ["User", "Machine"]) {
    mkdirSync(join(data, "data", scope), { recursive: true });
    writeFileSync(join(data, "data", scope, "settings.json"), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  }
}

function install(server: string, data: string, extension: string): void {
  const result = spawnSync(
    process.execPath,
    ["out/server-main.js", "--server-data-dir", data, "--install-extension", extension],
    {
      cwd: server,
      encoding: "utf8",
    },
  );
  if (result.status !== 0 || !/successfully installed/.test(result.stdout)) {
    throw new Error(`VS Code did not install ${extension}: ${(result.stdout + result.stderr).trim().slice(-800)}`);
  }
}

async function listening(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended at once: ${output().slice(-800)}`);
    try {
      await fetch(`http://127.0.0.1:${port}/version`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.kill("SIGKILL");
  throw new Error(`The VS Code server did not answer within 30 s: ${output().slice(-800)}`);
}

/** `wanted` where it is free, else any. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = address && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
