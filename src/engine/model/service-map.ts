/**
 * The service map as plain JSON: the contract of `hardpath map --format json` and of the map view.
 * Paths are relative to the root with forward slashes; lines and columns count from 1.
 */
import type { Access, SystemKind } from "./effect.ts";
import type { EntryPointKind } from "./entry-point.ts";
import type { GuardKind } from "./guard.ts";

export interface ServiceMap {
  readonly version: 1;
  readonly root: string;
  readonly entryPoints: readonly MapEntryPoint[];
  readonly systems: readonly MapSystem[];
  readonly config: readonly MapConfig[];
}

export interface MapEntryPoint {
  readonly id: string;
  readonly kind: EntryPointKind;
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly framework: string;
  readonly app: string;
  readonly file: string;
  readonly line: number;
  readonly handler: { readonly name: string; readonly file: string; readonly line: number };
  readonly guards: readonly MapGuard[];
  readonly effects: readonly MapEffect[];
  readonly config: readonly string[];
  readonly public?: string;
  /** Part of the path could not be read. */
  readonly unknown?: boolean;
  /** The path as numbered steps, in order. */
  readonly steps: readonly MapStep[];
}

export interface MapGuard {
  readonly kind: GuardKind;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

export interface MapEffect {
  /** Id of a system below. */
  readonly system: string;
  readonly access: Access;
  readonly operation: string;
  readonly target?: string;
  /** Absent where it is not known. */
  readonly retrySafe?: boolean;
  readonly because?: string;
  /** Effects of one entry point with the same number are written together or not at all. */
  readonly transaction?: number;
  readonly file: string;
  readonly line: number;
}

export interface MapStep {
  readonly kind: "guard" | "read" | "decide" | "write" | "publish" | "call" | "answer" | "unknown";
  /** Plain words: `Look up the order in orders`. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** Index into the entry point's `effects` or `guards`. */
  readonly effect?: number;
  readonly guard?: number;
}

export interface MapSystem {
  readonly id: string;
  readonly kind: SystemKind;
  readonly name: string;
  readonly via: string;
  readonly file: string;
  readonly line: number;
}

export interface MapConfig {
  readonly name: string;
  readonly secret: boolean;
  readonly file: string;
  readonly line: number;
  /** It stands in `.env.example` or a schema. */
  readonly documented: boolean;
}
