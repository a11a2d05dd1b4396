/**
 * Steps: what running a block of code does, as a tree.
 *
 * The evaluator turns each function body, for the arguments it is called with, into a block of steps once; blocks are
 * shared by every entry point that reaches the same call. `trail.ts` lays them out flat along one entry point.
 */
import type { GuardKind } from "../../model/guard.ts";
import type { EffectEvent } from "../../model/path.ts";
import type { CallTerm, InputSource, Place, Term, TermField } from "../../model/term.ts";
import type { Unawaited } from "./unawaited.ts";

export interface Block {
  readonly steps: readonly Step[];
  /** How control certainly leaves the block, whatever the branches inside do. */
  readonly ends: Ending;
}

export type Ending = "falls" | "returns" | "throws" | "jumps";

export type Step =
  | EffectStep
  | GuardStep
  | OpaqueStep
  | RespondStep
  | {
      readonly kind: "branch";
      readonly test: Term;
      readonly then: Block;
      readonly otherwise: Block;
      /** A part of the test that is a promise, and so always true. */
      readonly unawaited?: Unawaited;
      /** Where it holds, another test follows and nothing else. */
      readonly nests?: true;
      readonly place: Place;
    }
  | {
      readonly kind: "switch";
      readonly on: Term;
      readonly cases: readonly { readonly value: Term | undefined; readonly block: Block }[];
      readonly place: Place;
    }
  | { readonly kind: "loop"; readonly over: Term | undefined; readonly block: Block; readonly place: Place }
  | { readonly kind: "try"; readonly block: Block; readonly handler: Block | undefined; readonly place: Place }
  /** A callback that a package runs: perhaps, once or many times. */
  | {
      readonly kind: "callback";
      readonly of: string;
      /** The package that runs it. */
      readonly from?: string;
      readonly block: Block;
      /** It is how the code goes on, and runs once: `(err, rows) => …`. */
      readonly continues?: true;
      readonly place: Place;
    }
  | { readonly kind: "transaction"; readonly block: Block; readonly place: Place }
  | { readonly kind: "memoised"; readonly block: Block; readonly place: Place }
  /** A call into the workspace. `frame` is the callee's own block. */
  | {
      readonly kind: "call";
      readonly frame: Frame;
      readonly text: string;
      /** Nobody waits for what it promises: where it throws, the caller goes on. */
      readonly dropped?: true;
      readonly place: Place;
    }
  | {
      readonly kind: "return";
      readonly value: Term;
      /** A promise that was made a yes or no before anybody waited for it: `return Boolean(mayRead(user))`. */
      readonly unawaited?: Unawaited;
      /** What was set before: `reply.code(401); return { error };`. */
      readonly status?: number | undefined;
      readonly place: Place;
    }
  | {
      readonly kind: "throw";
      readonly value: Term;
      /** What was set before: `res.status(401); throw new Error(…);`. */
      readonly status?: number | undefined;
      readonly place: Place;
    }
  | { readonly kind: "jump"; readonly to: "break" | "continue"; readonly place: Place }
  /** The way goes on behind it: the next handler of a chain, or what waits for a promise. */
  | {
      readonly kind: "next";
      readonly failing: boolean;
      /** What failed, where it is handed on as an error. */
      readonly error?: Term;
      readonly of: "chain" | "promise";
      /** What a promise is resolved with. */
      readonly value?: Term;
      /** Members of the context of later handlers. */
      readonly context?: Term;
      readonly place: Place;
    }
  /** `new Promise(…)`: what comes later waits for one of its `resolve()`. */
  | { readonly kind: "promise"; readonly block: Block; readonly place: Place }
  | RegisterStep
  /** A transaction opened or ended by a call of its own: what lies between is inside. */
  | { readonly kind: "boundary"; readonly edge: "begin" | "end"; readonly place: Place }
  /** Items are added to a list that an instance holds: `this.routes.push(route)`. */
  | {
      readonly kind: "added";
      readonly to: Term;
      readonly name: string;
      readonly items: readonly Term[];
      readonly place: Place;
    }
  /** A decorator of the service's own leaves something on a class or on a member: `Reflect.defineMetadata(key, value, target)`. */
  | {
      readonly kind: "left";
      readonly key: Term;
      readonly value: Term;
      readonly on: Term;
      readonly member: string | undefined;
      readonly place: Place;
    }
  /** A method of the response is replaced by a function of the code's own: `res.json = (body) => send(without(body))`. */
  | { readonly kind: "replacesAnswer"; readonly place: Place }
  /** Something is left on the request or the context for later handlers: `req.account = account`. */
  | {
      readonly kind: "attach";
      readonly on: InputSource;
      /** The field of it that holds what is left: `locals` of `event.locals.db = db`. */
      readonly bag?: TermField & { readonly key: string };
      readonly name: string;
      readonly value: Term;
      readonly place: Place;
    }
  /** A method, a path and a function are given to a function of the file `by`, which may be a router of its own. */
  | {
      readonly kind: "offered";
      readonly method: string;
      readonly path: string;
      readonly handler: Term;
      readonly bare?: true;
      /** Nothing came of it there and then. */
      readonly kept: boolean;
      readonly by: string;
      readonly place: Place;
    }
  /** An environment variable is read. */
  | { readonly kind: "config"; readonly name: string; readonly place: Place };

/** What the path later tells of the effect, but for where on a path it stands. */
export interface EffectStep extends Omit<EffectEvent, "order" | "scopes" | "stack" | "awaited"> {
  /** Set by the `await` or `return` around the call. */
  awaited: boolean;
}

export interface GuardStep {
  readonly kind: "guard";
  readonly guard: GuardKind;
  readonly how: "throws" | "returns" | "middleware";
  readonly keyed?: true | undefined;
  readonly call: CallTerm;
  readonly result: Term;
  readonly place: Place;
}

export interface OpaqueStep {
  readonly kind: "opaque";
  readonly call: CallTerm;
  readonly result: Term;
  readonly place: Place;
}

export interface RespondStep {
  readonly kind: "respond";
  readonly status: number | undefined;
  readonly value: Term | undefined;
  readonly redirect: boolean;
  /** The answer is an error that the call throws. */
  readonly throws?: true;
  readonly place: Place;
}

/** A call on a framework's receiver. */
export interface RegisterStep {
  readonly kind: "register";
  readonly framework: string;
  /** Key of the framework's `calls` that matched. */
  readonly call: string;
  readonly method: string;
  readonly receiver: Term;
  readonly callee: Term;
  readonly arguments: readonly Term[];
  /** Places of the arguments as written. */
  readonly argumentPlaces: readonly Place[];
  readonly argumentNames: readonly string[];
  readonly place: Place;
}

/** One function run with certain arguments. */
export interface Frame {
  readonly function: { readonly file: string; readonly index: number };
  /** The function as the value that was called. */
  readonly target: Term;
  readonly block: Block;
  /** What it returns: one term, choices folded. */
  readonly result: Term;
  /** What it sets on `this`. */
  readonly own?: ReadonlyMap<string, Term>;
  /** What it sets on rows that it was given, or that it shares with whoever calls it. */
  readonly changed?: ReadonlyMap<Term, readonly TermField[]>;
  /** Objects that it was given, by position, with what it has set on them. */
  readonly filled?: ReadonlyMap<number, Term>;
  /** Outer variables it sets, by binding of the same file. */
  readonly writes: ReadonlyMap<number, Term>;
  /** Something was cut: recursion, depth or budget. */
  readonly incomplete: boolean;
  /** Why: functions (`file#index`) that were open too often, `*` where a limit was reached. */
  readonly cutBy: ReadonlySet<string>;
  /** No effect, check, answer, registration or unknown call inside: only its result matters. */
  readonly quiet: boolean;
}
