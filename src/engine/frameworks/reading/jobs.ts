/** What consumers have in common: attempts in options, one entry point for each job that a handler tells apart. */
import type { EntryPointKind } from "../../model/entry-point.ts";
import type { Place, Term } from "../../model/term.ts";
import type { Handler, HandlerShape, ParameterShape, Registry, TermView } from "../define-framework.ts";

export function numberOf(value: Term | undefined): number | undefined {
  return value?.kind === "literal" && typeof value.value === "number" ? value.value : undefined;
}

/** `member(member(options, "retry"), "maxAttempts")`, for `["retry", "maxAttempts"]`. */
export function optionAt(terms: TermView, options: Term | undefined, path: readonly string[]): Term | undefined {
  return path.reduce<Term | undefined>((value, name) => terms.member(value, name), options);
}

export interface Consumer {
  readonly kind: EntryPointKind;
  /** Queue, topic, task. */
  readonly path: string;
  readonly handler: Handler;
  /** Attempts altogether. */
  readonly attempts?: number | undefined;
  readonly identities?: readonly string[];
  readonly shape?: HandlerShape;
  readonly place?: Place;
  readonly options?: Term | undefined;
  /** The handler answers a request itself: a wrapper has to hold. */
  readonly ahead?: readonly Handler[];
}

/** A consumer on its own: nothing of an application stands ahead of it. */
export function consume(model: Registry, found: Consumer): void {
  model.entryPoint({
    kind: found.kind,
    path: found.path === "" ? "*" : found.path,
    handlers: [...(found.ahead ?? []), found.handler],
    delivery: {
      by: found.kind === "schedule" ? "schedule" : found.kind === "function" ? "platform" : "queue",
      ...(found.attempts === undefined ? {} : { attempts: found.attempts }),
      ...(found.identities ? { identities: found.identities } : {}),
    },
    ...(found.shape ? { handler: found.shape } : {}),
    ...(found.options ? { options: found.options } : {}),
    ...(found.place ? { place: found.place } : {}),
    detached: true,
  });
}

/** One entry point for each job that the handler tells apart by `job.name`; one for all where it does not. */
export function consumeByName(
  model: Registry,
  terms: TermView,
  found: Consumer,
  rest: readonly ParameterShape[],
): void {
  const names = terms.cases(found.handler.term, ["job", ...rest], "job.name");
  if (names.length === 0) return consume(model, found);
  for (const name of names) {
    const job: ParameterShape = { of: "job", fields: { name: { term: terms.literal(name) } } };
    consume(model, {
      ...found,
      path: `${found.path}/${name}`,
      shape: { parameters: [job, ...rest], returns: "nothing" },
    });
  }
}
