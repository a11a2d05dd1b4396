/** What of a path happens ahead of the handler, in a link of the chain: middleware, a hook, a guard. */
import type { CallSite, PathEvent } from "../../model/path.ts";

export function inChain(event: Pick<PathEvent, "stack">): boolean {
  return linkOf(event) !== undefined;
}

/** The link that it happens in. Everything that a link does starts at the link. */
export function linkOf({ stack: [outermost] }: Pick<PathEvent, "stack">): CallSite | undefined {
  return outermost?.chain ? outermost : undefined;
}
