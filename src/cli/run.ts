/** Runs the command that was asked for, and leaves by setting the exit code so that all output is written. */
import { runCommandLine } from "./command-line.ts";
import { processTerminal } from "./terminal.ts";

// A reader that has seen enough (`hardpath check | head`) closes the pipe. That is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
