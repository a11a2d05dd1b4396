/** Where a command writes: results to standard output, everything else to standard error. */

export interface Terminal {
  /** The result. Nothing else is ever written here. */
  readonly out: (text: string) => void;
  /** One line for the person who waits. */
  readonly note: (line: string) => void;
  /** Replaces the progress bar; nothing where standard error is no terminal. `""` removes it. */
  readonly progress: (line: string) => void;
  /** Columns that text may use. */
  readonly width: number;
  readonly color: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}

const NARROW = 80;
const WIDE = 110;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    out(text) {
      clear();
      stdout.write(text);
    },
    note(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      if (!stderr.isTTY || env["TERM"] === "dumb" || env["CI"]) return;
      clear();
      if (line !== "") {
        stderr.write(line);
        shown = true;
      }
    },
    width: stdout.isTTY ? Math.min(Math.max(stdout.columns || NARROW, 40), WIDE) : NARROW,
    color: wantsColor(stdout.isTTY === true, env),
    environment: env,
    folder: process.cwd(),
  };
}

/** https://no-color.org and https://force-color.org: `NO_COLOR` wins; neither counts when empty. */
export function wantsColor(isTerminal: boolean, environment: Terminal["environment"]): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"] && environment["FORCE_COLOR"] !== "0") return true;
  return isTerminal && environment["TERM"] !== "dumb";
}

/** `[######------] 120 of 646 files`. */
export function progressBar(done: number, total: number): string {
  const cells = 24;
  const filled = total === 0 ? cells : Math.min(cells, Math.round((done / total) * cells));
  return `[${"#".repeat(filled)}${"-".repeat(cells - filled)}] ${done} of ${total} files`;
}
