/**
 * The TypeScript of the command line and the worker.
 *
 * It is large, so it is loaded when the first file must be parsed and not before. From sources it is the installed
 * package; in a built host it is `typescript.cjs` beside the bundle (`scripts/build.ts` defines the name).
 */
import { createRequire } from "node:module";
import type ts from "typescript";

declare const BUNDLED_TYPESCRIPT: string | undefined;

export function loadTypeScript(): typeof ts {
  const specifier = typeof BUNDLED_TYPESCRIPT === "string" ? BUNDLED_TYPESCRIPT : "typescript";
  return createRequire(import.meta.url)(specifier);
}
