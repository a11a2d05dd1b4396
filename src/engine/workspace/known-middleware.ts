/** Packages of middleware that adapters do not describe one by one. */
import type { GuardKind } from "../model/guard.ts";
import { KNOWN_MIDDLEWARE } from "../systems/known-middleware.ts";

export function knownMiddleware(packageName: string): GuardKind | "none" | undefined {
  return KNOWN_MIDDLEWARE[packageName];
}
