/** The path of an entry point while it is laid out: its events so far, where the next stands, and how many there may be. */
import type { CallSite, EffectEvent, OpaqueEvent, PathEvent, Scope } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Address } from "../evaluate/route.ts";
import type { Attached } from "../values/attached.ts";
import { isGivenInput } from "./idle-calls.ts";
import type { Pass, Refusal } from "./what-holds.ts";

/** Calls that cannot be read are counted apart: they must not crowd out what can. */
const MAXIMUM_EVENTS = 4000;
/** One place in the code gives so many of them at most: a logger runs the same few lines for every message. */
const MAXIMUM_REPEATS = 4;
/** And so many effects on one table: a base class reads what it needs for every row of every list. */
const MAXIMUM_SAME_EFFECTS = 24;
export interface TrailBuilder {
  readonly linker: Linker;
  readonly metadata: Linker["metadata"];
  readonly at: Address | undefined;
  /** What middleware left in the context: `next({ ctx: { user } })`. */
  context: Term | undefined;
  /** The function that makes the context is being laid, which turns away only whom it refuses itself. */
  makesContext: boolean;
  /** What middleware left on the request: `req.account = account`. */
  attached: Attached;
  /** Handlers ask the framework for the request (a Nest guard) in place of taking it. */
  readonly asksForRequest: boolean;
  events: PathEvent[];
  scopes: Scope[];
  stack: CallSite[];
  passes: Pass[];
  promised: Pass[];
  readonly config: Set<string>;
  nextId: number;
  order: number;
  /** How often each place gave an unreadable call: by file, then by offset. */
  readonly repeats: Map<string, Map<number, number>>;
  /** How often each place had an effect on the same target. */
  readonly sameEffects: Map<string, number>;
  readonly counts: { readable: number; unreadable: number; calls: number };
  /** Some way ended in an error that was handed on. */
  refused: boolean;
  errors: Refusal[];
  incomplete: boolean;
  asksRoute: boolean;
  replacesAnswer: boolean;
  answer: Term | undefined;
}

export type NewEvent = PathEvent extends infer Event
  ? Event extends PathEvent
    ? Omit<Event, "order" | "scopes" | "stack">
    : never
  : never;

export function push(builder: TrailBuilder, event: NewEvent): void {
  if (event.kind === "opaque") {
    if (!event.inChain && isRepeated(builder, event)) return;
  } else if (event.kind === "effect" && isSameAgain(builder, event)) return;
  const count = event.kind === "opaque" ? "unreadable" : "readable";
  if (builder.counts[count]++ >= MAXIMUM_EVENTS) {
    builder.incomplete = true;
    return;
  }
  builder.events.push({ ...event, order: builder.order++, scopes: builder.scopes, stack: builder.stack } as PathEvent);
}

/** There is no room for anything that can be read. */
export function isFull({ counts }: TrailBuilder): boolean {
  return counts.readable >= MAXIMUM_EVENTS;
}

function isSameAgain(
  builder: TrailBuilder,
  { place, target, operation }: Pick<EffectEvent, "place" | "target" | "operation">,
): boolean {
  const key = `${place.file}:${place.at[0]} ${operation} ${target ?? ""}`;
  const times = builder.sameEffects.get(key) ?? 0;
  builder.sameEffects.set(key, times + 1);
  return times >= MAXIMUM_SAME_EFFECTS;
}

function isRepeated(builder: TrailBuilder, event: Pick<OpaqueEvent, "call" | "place">): boolean {
  const { file, at } = event.place;
  let ofFile = builder.repeats.get(file);
  if (!ofFile) {
    ofFile = new Map();
    builder.repeats.set(file, ofFile);
  }
  // Those given nothing of the caller must not hide the one that is.
  const key = isGivenInput(event) ? at[0] : -1 - at[0];
  const times = ofFile.get(key) ?? 0;
  ofFile.set(key, times + 1);
  return times >= MAXIMUM_REPEATS;
}

/** What a handler without decorators of its own leaves for guards and interceptors. */
export function noMetadata(linker: Linker): Linker["metadata"] {
  const empty = linker.terms.object([]);
  return empty.kind === "object" ? empty : undefined;
}
