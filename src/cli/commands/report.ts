/** `hardpath report`: readiness. */
import { readArguments } from "../arguments.ts";
import type { Terminal } from "../terminal.ts";

export async function report(args: readonly string[], terminal: Terminal): Promise<number> {
  readArguments(args, {});
  terminal.note("x");
  return 0;
}
