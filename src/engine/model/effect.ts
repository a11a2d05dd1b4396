/** Effects: what an entry point reads and writes outside its own process. */
import type { EntryPoint } from "./entry-point.ts";
import type { EffectEvent } from "./path.ts";

export type SystemKind =
  | "database"
  | "cache"
  | "queue"
  | "filestore"
  | "search"
  | "email"
  | "sms"
  | "payment"
  | "auth"
  | "llm"
  | "externalApi"
  | "observability";

export type Access = "read" | "write" | "publish" | "call";

/**
 * What repeating the call would do.
 * `read` nothing · `set`, `upsert`, `delete` the same state again · `insert`, `append` another row · `increment` a wrong
 * number · `toggle` the opposite · `send`, `charge`, `publish` once more in the world · `call` unknown.
 */
export type Operation =
  | "read"
  | "set"
  | "upsert"
  | "delete"
  | "insert"
  | "append"
  | "increment"
  | "toggle"
  | "send"
  | "charge"
  | "publish"
  | "call";

/** How sure we are that doing it twice is like doing it once. */
export type RetrySafety = "safe" | "unsafe" | "unknown";

export interface Effect extends EffectEvent {
  readonly entryPoint: EntryPoint;
  readonly retry: RetrySafety;
  /** Why it is safe: `"unique key orders.paymentId"`, `"status checked first"`. */
  readonly because: string | undefined;
  /** Only a look-up ahead of it stops a repeat: two at once both find nothing. */
  readonly racy?: true;
}
