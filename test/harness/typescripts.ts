/** The oldest and the newest TypeScript that Hardpath supports: fixtures run on both. */
import { createRequire } from "node:module";
import type ts from "typescript";

export interface TypeScriptVersion {
  readonly version: string;
  readonly load: () => typeof ts;
}

const require = createRequire(import.meta.url);

export const OLDEST: TypeScriptVersion = { version: "5.4", load: () => require("typescript-5.4") };
export const NEWEST: TypeScriptVersion = { version: "6.0", load: () => require("typescript") };
export const BOTH: readonly TypeScriptVersion[] = [OLDEST, NEWEST];
