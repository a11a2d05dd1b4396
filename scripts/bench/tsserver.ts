/** What the plugin adds to a tsserver's answer while somebody types. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromRoot } from "../lib/project.ts";
import { median } from "./measure.ts";

export interface Typing {
  /** From a keystroke to its semantic diagnostics, in milliseconds: median. */
  readonly answer: number;
  /** The plugin's own part of that: median. */
  readonly own: number;
  /** What the plugin works after a keystroke, in the pause that follows, while nobody waits: on average. */
  readonly later: number;
}

interface Message {
  readonly event?: string;
  readonly command?: string;
  readonly body?: { readonly file?: string; readonly files?: readonly string[] };
}

const TYPED = "const amount = order.total;";
/** The first keystrokes are slower: the machine code is not there yet. */
const WARM_UP = 5;
/** How often typing stops long enough for the plugin to look at the edit, and how long that is, in milliseconds. */
const PAUSES = 5;
const PAUSE = 700;

/** Types into `file` of `project` with the plugin `bundle` loaded. */
export async function measureTyping(project: string, file: string, bundle: string): Promise<Typing> {
  const folder = mkdtempSync(join(tmpdir(), "hardpath-tsserver-"));
  const name = "hardpath-typescript-plugin";
  const plugin = join(folder, "node_modules", name);
  mkdirSync(plugin, { recursive: true });
  writeFileSync(join(plugin, "package.json"), JSON.stringify({ name, main: "index.js" }));
  writeFileSync(join(plugin, "index.js"), readFileSync(fromRoot("scripts/bench/tsserver-shim.cjs"), "utf8"));
  const times = join(folder, "own.json");
  const server = spawn(
    process.execPath,
    [
      fromRoot("node_modules/typescript/lib/tsserver.js"),
      "--disableAutomaticTypingAcquisition",
      "--noGetErrOnBackgroundUpdate",
      ...["--globalPlugins", name, "--pluginProbeLocations", folder],
    ],
    { cwd: project, env: { ...process.env, HARDPATH_BENCH_PLUGIN: bundle, HARDPATH_BENCH_OWN: times } },
  );
  try {
    const answers = await type(server, project, join(project, file));
    const { own, later } = JSON.parse(readFileSync(times, "utf8"));
    return { answer: median(answers), own: median(own.slice(WARM_UP)), later: later / PAUSES };
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function type(server: ChildProcess, project: string, file: string): Promise<readonly number[]> {
  let sequence = 0;
  const send = (command: string, args: unknown): void => {
    server.stdin?.write(`${JSON.stringify({ seq: ++sequence, type: "request", command, arguments: args })}\n`);
  };
  const next = messages(server);
  const answered = async (): Promise<void> => {
    send("geterr", { files: [file], delay: 0 });
    let semantic = false;
    for (;;) {
      const message = await next();
      semantic ||= message.event === "semanticDiag" && message.body?.file === file;
      if (semantic && message.event === "requestCompleted") return;
    }
  };

  const text = readFileSync(file, "utf8");
  // Inside the first handler.
  const line = text.split("\n").findIndex((it) => it.endsWith("=> {")) + 1;
  const end = (text.split("\n")[line - 1] ?? "").length + 1;
  // As VS Code does: its folder is the workspace.
  send("configure", { hostInfo: "vscode" });
  send("updateOpen", { openFiles: [{ file, fileContent: text, projectRootPath: project }] });
  await answered();
  const change = (from: { line: number; offset: number }, newText: string, to = from): void =>
    send("updateOpen", { changedFiles: [{ fileName: file, textChanges: [{ start: from, end: to, newText }] }] });
  const isReady = async (): Promise<boolean> => {
    send("_hardpath", {});
    for (;;) {
      const message = await next();
      if (message.command === "_hardpath") return (message.body?.files?.length ?? 0) > 0;
    }
  };
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries > 300) throw new Error("the plugin has no findings after half a minute");
    await pause(100);
    await answered();
  }
  change({ line, offset: end }, "\n");
  await answered();
  // From here on everything counts.
  server.kill("SIGUSR2");
  await pause(100);

  const answers: number[] = [];
  for (let index = 0; index < TYPED.length; index++) {
    const start = performance.now();
    change({ line: line + 1, offset: index + 1 }, TYPED[index] ?? "");
    await answered();
    answers.push(performance.now() - start);
    if (index % Math.floor(TYPED.length / PAUSES) === 0 && index < PAUSES * 5) await pause(PAUSE);
  }
  await pause(PAUSE);
  send("exit", {});
  await new Promise((resolve) => server.once("exit", resolve));
  return answers.slice(WARM_UP);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Gives the server's messages one after the other. */
function messages(server: ChildProcess): () => Promise<Message> {
  let rest = Buffer.alloc(0);
  const queue: Message[] = [];
  let wake = (): void => {};
  server.stdout?.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const head = rest.indexOf("\r\n\r\n");
      const length = /Content-Length: (\d+)/.exec(rest.toString("latin1", 0, Math.max(head, 0)))?.[1];
      if (head < 0 || length === undefined || rest.length < head + 4 + Number(length)) break;
      queue.push(JSON.parse(rest.toString("utf8", head + 4, head + 4 + Number(length))));
      rest = rest.subarray(head + 4 + Number(length));
    }
    wake();
  });
  return async () => {
    for (;;) {
      const message = queue.shift();
      if (message) return message;
      if (server.exitCode !== null) throw new Error(`tsserver ended with ${server.exitCode}`);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("tsserver did not answer within a minute")), 60_000);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
}
