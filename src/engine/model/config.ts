/** `hardpath.config.json`: what a team tells Hardpath about its own code. */
import type { Severity } from "./finding.ts";

export interface Config {
  /** Severity by rule id or group; `"off"` silences. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Globs relative to the root, not analysed. */
  readonly exclude: readonly string[];
  /** Own guards by function name: `{ "requireStaff": "role" }`. */
  readonly guards: Readonly<
    Record<string, "authentication" | "role" | "ownership" | "signature" | "dedupe" | "validation">
  >;
  /** Entry points that are public on purpose: `{ "path": "/status/*", "reason": "…" }`. */
  readonly public: readonly { readonly path: string; readonly reason: string }[];
  /** Findings accepted by path: `{ "rule": "…", "path": "scripts/**", "reason": "…" }`. */
  readonly allow: readonly {
    readonly rule: string;
    readonly path: string;
    readonly reason: string;
    readonly fingerprint?: string;
  }[];
  /** Unique keys the schema does not show: `{ "table": "orders", "columns": ["paymentId"] }`. */
  readonly unique: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** How much of idempotency is reported above hint. */
  readonly strictness: "money" | "default" | "every-write";
}

export const DEFAULT_CONFIG: Config = {
  rules: {},
  exclude: [],
  guards: {},
  public: [],
  allow: [],
  unique: [],
  strictness: "default",
};
