/** A real tsserver over stdio with the built plugin, driven as an editor drives it. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bundle under test; `npm test` builds it first. */
export const PLUGIN = fileURLToPath(new URL("../../../dist/plugin.cjs", import.meta.url));
const NAME = "hardpath-typescript-plugin";
const MODULES = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

/** The folders of the TypeScripts under test: the oldest that is supported, one between, the newest. */
export const VERSIONS = ["typescript-5.4", "typescript-5.9", "typescript"] as const;
export type Version = (typeof VERSIONS)[number];

/** No answer takes as long, however busy the machine is; in milliseconds. */
const PATIENCE = 40_000;

export interface Diagnostic {
  readonly start: { readonly line: number; readonly offset: number };
  readonly end: { readonly line: number; readonly offset: number };
  readonly text: string;
  readonly code: number | string;
  readonly category: string;
  readonly source?: string;
  readonly relatedInformation?: readonly {
    readonly message: string;
    readonly span: { readonly file: string; readonly start: { readonly line: number; readonly offset: number } };
  }[];
}

export interface TextChange {
  readonly start: { readonly line: number; readonly offset: number };
  readonly end: { readonly line: number; readonly offset: number };
  readonly newText: string;
}

export interface Message {
  readonly type: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are as various as the protocol
  readonly body?: any;
}

export interface Tsserver {
  /** Opens a file of the project, with the text of the disk or with this one. */
  open(file: string, text?: string): void;
  /** Replaces the whole text of an open file. */
  setText(file: string, text: string): void;
  text(file: string): string;
  /** Asks for the diagnostics of a file, once. */
  ask(file: string, ranges?: readonly unknown[]): void;
  /** The first semantic diagnostics of the file, now or later, for which `accepts` is true; asks for them first. */
  until(file: string, accepts: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** As `until`, without asking: the server, or the editor told by it, must do that. */
  told(file: string, accepts: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  request(command: string, args: unknown): Promise<Message>;
  /** The next message that is of interest. */
  next(accepts: (message: Message) => boolean): Promise<Message>;
  /** Lines that the plugin wrote into the server's log. */
  log(): readonly string[];
  close(): Promise<void>;
}

export interface Options {
  readonly root: string;
  readonly version?: Version;
  readonly plugin?: string;
  readonly arguments?: readonly string[];
  /** What the editor says of itself. */
  readonly editor?: "vscode" | "other";
}

export async function startTsserver(options: Options): Promise<Tsserver> {
  const { root, version = "typescript", plugin = PLUGIN, editor = "other" } = options;
  const probe = installPlugin(join(dirname(root), "probe"), plugin);
  const logFile = join(dirname(root), "tsserver.log");
  const server = spawn(
    process.execPath,
    [
      join(MODULES, version, "lib", "tsserver.js"),
      "--disableAutomaticTypingAcquisition",
      ...["--globalPlugins", NAME, "--pluginProbeLocations", probe],
      ...["--logVerbosity", "normal", "--logFile", logFile],
      ...(options.arguments ?? []),
    ],
    { cwd: root, stdio: ["pipe", "pipe", "inherit"] },
  );
  const listeners = new Set<(message: Message) => void>();
  const texts = new Map<string, string>();
  const nameOf = (file: string) => `${root}/${file}`;
  let sequence = 0;
  onMessages(server, (message) => {
    for (const listener of [...listeners]) listener(message);
    // What VS Code does when it is told.
    if (editor === "vscode" && message.event === "projectsUpdatedInBackground")
      send("geterr", { files: [...texts.keys()].map(nameOf), delay: 0 });
  });

  const send = (command: string, args: unknown): number => {
    server.stdin?.write(`${JSON.stringify({ seq: ++sequence, type: "request", command, arguments: args })}\n`);
    return sequence;
  };
  const next: Tsserver["next"] = (accepts) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        listeners.delete(listener);
        server.off("exit", died);
      };
      const died = (): void => {
        end();
        reject(new Error("tsserver ended"));
      };
      const listener = (message: Message): void => {
        if (!accepts(message)) return;
        end();
        resolve(message);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`nothing came: ${accepts}\n${readLog(logFile).join("\n")}`));
      }, PATIENCE);
      listeners.add(listener);
      server.once("exit", died);
    });

  const told: Tsserver["told"] = async (file, accepts) => {
    const isIt = ({ event, body }: Message) =>
      event === "semanticDiag" && body.file === nameOf(file) && accepts(body.diagnostics);
    return (await next(isIt)).body.diagnostics;
  };
  const ask: Tsserver["ask"] = (file, ranges) => {
    send("geterr", { files: ranges ? [{ file: nameOf(file), ranges }] : [nameOf(file)], delay: 0 });
  };
  send("configure", { hostInfo: editor, preferences: {} });

  const textOf = (file: string): string => {
    const text = texts.get(file);
    assert.ok(text !== undefined, `${file} is not open`);
    return text;
  };

  return {
    open(file, text = readFileSync(nameOf(file), "utf8")) {
      texts.set(file, text);
      send("updateOpen", { openFiles: [{ file: nameOf(file), fileContent: text, projectRootPath: root }] });
    },
    setText(file, text) {
      const lines = textOf(file).split("\n");
      const end = { line: lines.length, offset: (lines.at(-1) ?? "").length + 1 };
      const textChanges: TextChange[] = [{ start: { line: 1, offset: 1 }, end, newText: text }];
      texts.set(file, text);
      send("updateOpen", { changedFiles: [{ fileName: nameOf(file), textChanges }] });
    },
    text: textOf,
    ask,
    told,
    until(file, accepts) {
      const found = told(file, accepts);
      ask(file);
      return found;
    },
    request(command, args) {
      const waited = send(command, args);
      return next(({ type, request_seq }) => type === "response" && request_seq === waited);
    },
    next,
    log: () => readLog(logFile),
    async close() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      const timer = setTimeout(() => server.kill(), 5000);
      if (server.exitCode === null) {
        send("exit", undefined);
        await ended;
      }
      clearTimeout(timer);
    },
  };
}

/** Only ours. */
export function ours(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter(({ source }) => source === "hardpath");
}

function installPlugin(probe: string, plugin: string): string {
  assert.ok(existsSync(plugin), "run npm run build first");
  const folder = join(probe, "node_modules", NAME);
  if (existsSync(folder)) return probe;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: NAME, version: "0.0.0", main: "index.js" }));
  symlinkSync(plugin, join(folder, "index.js"));
  return probe;
}

function readLog(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.includes("[hardpath]"));
}

/** Splits what the server writes: a header with the length, an empty line, JSON. */
function onMessages(server: ChildProcess, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  server.stdout?.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(rest.toString("latin1", 0, Math.max(head, 0)))?.[1]);
      if (head < 0 || !(rest.length >= head + 4 + length)) return;
      const message = JSON.parse(rest.toString("utf8", head + 4, head + 4 + length));
      rest = rest.subarray(head + 4 + length);
      take(message);
    }
  });
}
