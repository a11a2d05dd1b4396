/**
 * The TypeScript that the command line and the worker parse with. In a built host it is `typescript.cjs` beside the bundle
 * (`scripts/build.ts` defines the name), which is the parser of the one that ts-morph ships; from sources it is all of it. A
 * project's `typescript` package cannot be relied on: version 7 exports no compiler.
 *
 * Loading it costs more than a warm scan, so nothing loads it before the first file must be parsed.
 */
import { createRequire } from "node:module";
import type ts from "typescript";

declare const BUNDLED_TYPESCRIPT: string | undefined;

let loaded: typeof ts | undefined;

/** Loads TypeScript at the first call. */
export function loadTypeScript(): typeof ts {
  if (loaded === undefined) {
    const specifier =
      typeof BUNDLED_TYPESCRIPT === "string" ? BUNDLED_TYPESCRIPT : "@ts-morph/common/dist/typescript.js";
    const module = createRequire(import.meta.url)(specifier);
    loaded = (module.ts ?? module) as typeof ts;
  }
  return loaded;
}
