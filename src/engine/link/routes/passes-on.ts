/** Routes that stand ahead of others: `app.all("/admin/*", requireAdmin)`. https://expressjs.com/en/5x/api.html#app.all */
import { serves } from "../adapters/serves.ts";
import { parametersOf } from "../adapters/term-view.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { containsPass } from "../evaluate/stops.ts";
import { functionsOf } from "./handler-functions.ts";
import type { EntryItem, Receiver } from "./registrations.ts";

/** Its last handler refuses or calls on. Only routes for several addresses or methods are looked at. */
export function passesOn(linker: Linker, { entryKind, method, path, handlers, shape, framework }: EntryItem): boolean {
  if (entryKind !== "http" || (!path.endsWith("*") && method !== "ALL")) return false;
  const last = handlers.at(-1);
  const targets = last ? functionsOf(linker, last.term) : [];
  if (!last || targets.length === 0) return false;
  const given = parametersOf(linker, (last.shape ?? shape)?.parameters ?? [], framework.id);
  return targets.every(
    (target) => containsPass(callFunction(linker, target.function, given).block) && !serves(linker, last.term, given),
  );
}

/** What it does for the routes that come later. */
export function middlewareOf({ method, path, handlers }: EntryItem): Receiver["items"][number] {
  const applies = (other: string): boolean => method === "ALL" || other === method;
  return { kind: "middleware", path, handlers, everywhere: false, applies, own: false };
}
