/**
 * What happens along one entry point, in order: the linker's record of its whole path through the code.
 *
 * `events` is flat. Where an event stands is told by `scopes`: it happens only inside these branches, loops and
 * transactions. Event A is certain to come before B when A stands earlier and A's scopes are all among B's.
 */
import type { Span } from "../facts/file-facts.ts";
import type { Access, Operation, SystemKind } from "./effect.ts";
import type { SystemTraits } from "./system-traits.ts";
import type { CallTerm, Place, Term } from "./term.ts";

export interface Path {
  readonly events: readonly PathEvent[];
  /** What the handler gives back; absent where that is nothing. */
  readonly answer?: Term;
  /** Files the path was read from: a change elsewhere cannot change it. */
  readonly files: ReadonlySet<string>;
  /** True where the walk was cut (recursion, depth, budget) or met a function it could not read. */
  readonly incomplete: boolean;
}

export type PathEvent = EffectEvent | CheckEvent | OpaqueEvent | RespondEvent | GuardEvent;

interface EventBase {
  /** Position in the path, from 0. */
  readonly order: number;
  readonly place: Place;
  readonly scopes: readonly Scope[];
  /** The calls that lead here from the entry point, outermost first. */
  readonly stack: readonly CallSite[];
}

export interface CallSite {
  readonly place: Place;
  /** The called function as the user wrote it: `orders.create`. */
  readonly text: string;
  /** A link of the chain ahead of the handler. */
  readonly chain?: true;
}

/** A part of the path that may not run, may run more than once, or runs as one. */
export type Scope =
  | {
      readonly kind: "branch";
      readonly id: number;
      readonly test: Term;
      readonly when: boolean;
      readonly place: Place;
      /** Another test stands in it, and nothing else. */
      readonly nests?: true;
      /** On the other side the function is left with this answer, an error that its caller hands on. */
      readonly refusal?: Stop;
    }
  | { readonly kind: "case"; readonly id: number; readonly on: Term; readonly value?: Term; readonly place: Place }
  | { readonly kind: "loop"; readonly id: number; readonly over?: Term; readonly place: Place }
  | {
      readonly kind: "try";
      readonly id: number;
      readonly place: Place /** The catch lets the path go on. */;
      readonly swallows: boolean;
      /** It stands in a loop that is left when the block succeeds: what failed is done again. */
      readonly retried?: true;
    }
  | { readonly kind: "catch"; readonly id: number; readonly place: Place }
  /** A callback that a package runs: an array method, a timer, a promise. */
  | {
      readonly kind: "callback";
      readonly id: number;
      readonly of: string;
      /** The package that runs it; `response` where it listens to what becomes of the answer. */
      readonly from?: string;
      readonly place: Place;
    }
  | { readonly kind: "transaction"; readonly id: number; readonly place: Place }
  /** A step that a workflow engine runs once and remembers: `step.run("id", fn)`. */
  | { readonly kind: "memoised"; readonly id: number; readonly place: Place };

/** One side of a test. */
export type Branch = Scope & { readonly kind: "branch" };

/** One read or write of a system outside the code. */
export interface EffectEvent extends EventBase {
  readonly kind: "effect";
  readonly system: string;
  readonly category: SystemKind;
  /** The system's adapter, such as `"prisma"`. */
  readonly via: string;
  readonly traits: SystemTraits;
  /** Of two transactions on the system that change what both have read, one is refused or runs again. */
  readonly conflicts?: true;
  readonly access: Access;
  readonly operation: Operation;
  /** Table, queue, topic, bucket, host … */
  readonly target: string | undefined;
  /** What is written, and what it is found by, where the adapter can tell. */
  readonly data: Term | undefined;
  readonly where: Term | undefined;
  /** The idempotency key: a term, `"absent"`, or `"none"` where the call knows no such thing. */
  readonly key: Term | "absent" | "none" | "unknown";
  /** Columns a conflict clause or upsert relies on. */
  readonly conflict: readonly string[] | undefined;
  /** The call throws where it was done before, and what is written in one statement with it is not written either. */
  readonly refuses?: true;
  /** What it gives back is there whether the row was there before or not, and tells no repeat: `DO UPDATE … RETURNING`. */
  readonly givesAnyway?: true;
  /** It works on what the same call took away or was the first to add: on nothing, the second time. */
  readonly follows?: true;
  /** A part of another write of the same call: done with that one or not at all, on rows that belong to its rows. */
  readonly within?: true;
  /** Nothing limits the write: every row of the table is meant. */
  readonly unlimited?: true;
  /** The database decides by the caller's own rights which rows it touches: row level security. */
  readonly asCaller?: true;
  readonly call: CallTerm;
  /** How often a job that is put into a queue is tried at most, where the call tells. */
  readonly attempts?: number;
  /** What the call evaluates to: compare with the terms of later checks. */
  readonly result: Term;
  /** A read that locks what it found until the transaction ends. */
  readonly lock: boolean;
  /** False where the promise is dropped. */
  readonly awaited: boolean;
}

/** A condition that decides whether the path goes on. */
export interface CheckEvent extends EventBase {
  readonly kind: "check";
  readonly test: Term;
  /** The path stops when the test has this value. */
  readonly stopsWhen: boolean;
  readonly stop: Stop;
  /** It throws in a function that catches it and gives something back: who called that goes on. */
  readonly caught?: true;
  /**
   * A part of the test is a promise, always true: it never stops the path. As written, and where. `dropped`: the check
   * stands in a call that nobody waits for.
   */
  readonly unawaited?: { readonly text: string; readonly place: Place; readonly dropped?: true };
}

export interface Stop {
  readonly how: "throw" | "respond" | "return" | "redirect" | "next-error";
  /** HTTP status, where it can be read. */
  readonly status: number | undefined;
  /** Thrown or returned value. */
  readonly value: Term | undefined;
  readonly place: Place;
}

/** A call into a package that is known to stop the caller: `passport.authenticate("jwt")`, `jwt.verify(…)`. */
export interface GuardEvent extends EventBase {
  readonly kind: "guard";
  readonly guard: string;
  /** It only tells: whoever calls it must test what it gave. */
  readonly tells?: true;
  /** It is given the key that what it looks at was signed with. */
  readonly keyed?: true;
  /** The fields of the input that a validation lets through, and whether they are always there. */
  readonly fields?: ReadonlyMap<string, "always" | "maybe">;
  /** The texts that a validation allows for fields, where it lists them. */
  readonly allows?: ReadonlyMap<string, readonly string[]>;
  readonly call: CallTerm;
  readonly result: Term;
}

/** A call that could not be read: nothing is known of what it does, stops or returns. */
export interface OpaqueEvent extends EventBase {
  readonly kind: "opaque";
  readonly call: CallTerm;
  readonly result: Term;
  /** It stands in the chain ahead of the handler (middleware, wrapper, decorator). */
  readonly inChain: boolean;
  /** Middleware that goes on in several ways: what holds on each. */
  readonly ways?: readonly (readonly (CheckEvent | GuardEvent)[])[];
  /** All of its ways have checks in common, which are told by themselves: the ways tell only what there is beside these. */
  readonly beside?: true;
  /** How such middleware refuses. */
  readonly refusals?: readonly Stop[];
  /** Settings of a row that the address names open one of its ways: it asks some who they are, and nobody for a right. */
  readonly bySetting?: true;
}

/** An answer to the caller. */
export interface RespondEvent extends EventBase {
  readonly kind: "respond";
  readonly status: number | undefined;
  readonly value: Term | undefined;
  /** The answer is an error that was thrown: nothing goes on, unless somebody catches it. */
  readonly throws?: true;
  /** The function leaves after it; whoever called the function goes on. */
  leaves?: true;
}

/** A span inside a file, for edits. */
export type { Span };
