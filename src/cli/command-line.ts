/** Which command was asked for, and how its end becomes an exit code. */
import { nearestName } from "../engine/index.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { map } from "./commands/map.ts";
import { mcp } from "./commands/mcp.ts";
import { report } from "./commands/report.ts";
import { EXIT } from "./exit.ts";
import { HELP } from "./help.ts";
import { programVersion } from "./program-version.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** A command: takes the arguments after its name, gives the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { check, map, report, explain, mcp };

/** Runs the command that `args` name. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === "--version" || name === "-v" || name === "version") {
      terminal.out(`${programVersion()}\n`);
      return EXIT.clean;
    }
    if (name === "--help" || name === "-h" || name === "help") {
      terminal.out(HELP[rest[0] ?? ""] ?? HELP[""]!);
      return EXIT.clean;
    }
    if (name === undefined)
      throw new UsageError("Say what to do: check, map, report, explain or mcp. hardpath --help tells more.");
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      const nearest = nearestName(name, Object.keys(COMMANDS));
      const hint = nearest === undefined ? "hardpath --help lists them." : `Did you mean "${nearest}"?`;
      throw new UsageError(name.startsWith("-") ? `Unknown option ${name}.` : `Unknown command "${name}". ${hint}`);
    }
    const end = rest.indexOf("--");
    if (rest.slice(0, end < 0 ? undefined : end).some((argument) => argument === "--help" || argument === "-h")) {
      terminal.out(HELP[name]!);
      return EXIT.clean;
    }
    return await command(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.progress("");
    terminal.note(`hardpath: ${error.message}`);
    return EXIT.usage;
  }
}
