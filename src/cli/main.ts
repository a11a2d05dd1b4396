/**
 * Entry of the command line. It does nothing but keep what Node compiles for the next run, so that loading the program
 * itself, which comes after, is already part of that.
 */
import * as nodeModule from "node:module";

// Node.js 22.8 and newer; https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
nodeModule.enableCompileCache?.();

void import("./run.ts");
