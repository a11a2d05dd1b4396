/** `hardpath mcp`: answers coding agents on standard input and output until the input ends. */
import { createInterface } from "node:readline";
import { readArguments } from "../arguments.ts";
import { EXIT } from "../exit.ts";
import { answerLine } from "../mcp/json-rpc.ts";
import { createServer } from "../mcp/server.ts";
import { folderOf, openFolder } from "../open.ts";
import type { Terminal } from "../terminal.ts";

/** Runs `hardpath mcp` with the arguments after its name. */
export async function mcp(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {});
  folderOf(positionals, terminal); // a wrong folder is a mistake now, a broken configuration one that can be mended later
  const handle = createServer(() => openFolder(positionals, { ...terminal, progress: () => {} }));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answer = await answerLine(line, handle);
    if (answer) terminal.out(`${JSON.stringify(answer)}\n`);
  }
  return EXIT.clean;
}
