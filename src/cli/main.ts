/** Entry of the command line: runs the command, and leaves by setting the exit code so that all output is written. */
import * as nodeModule from "node:module";
import { runCommandLine } from "./command-line.ts";
import { processTerminal } from "./terminal.ts";

// TypeScript is loaded later than this, and takes longer to compile than most files take to be read.
// Node.js 22.8 and newer; https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
nodeModule.enableCompileCache?.();

// A reader that has seen enough (`hardpath check | head`) closes the pipe. That is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

runCommandLine(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
