/** The function that makes the context of a request runs ahead of the handlers, and turns away only whom it refuses itself. */
import type { Handler } from "../../frameworks/define-framework.ts";
import type { PathEvent, Scope } from "../../model/path.ts";
import { handlerPlace } from "../adapters/handler-code.ts";
import type { Linker } from "../evaluate/linker.ts";

/** The function that makes the context, where the server of the last handler has one. */
export function contextMaker(linker: Linker, handlers: readonly Handler[], framework: string): Handler | undefined {
  const last = handlers.at(-1);
  const file = last && handlerPlace(linker, last.term)?.file;
  return file ? linker.contexts.get(last.framework ?? framework, linker.modules.appOf(file))?.maker : undefined;
}

/**
 * A caller is looked up where a token came, and without one the context has none: `token ? await verify(token) : null`.
 * What stands on one of its ways is asked of nobody who comes another way, so later code runs all the same.
 */
export function forgetWays(events: readonly PathEvent[], id: number): readonly PathEvent[] {
  const [first] = events;
  if (!first) return events;
  const left: Scope = { kind: "try", id, place: first.place, swallows: true };
  return events.map((event) => (event.scopes.length > 0 ? { ...event, scopes: [left, ...event.scopes] } : event));
}
