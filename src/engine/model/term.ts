/**
 * Terms: what an expression stands for on one path through the service.
 *
 * The linker evaluates code symbolically. It never guesses: what it cannot follow is an `unknown` term that remembers
 * the terms it was made from, so that "does this come from the request?" can still be answered.
 * Terms are interned: equal terms are the same object, and may be compared with `===`.
 */
import type { Span } from "../facts/file-facts.ts";

/** A place in the workspace. */
export interface Place {
  readonly file: string;
  readonly at: Span;
}

/** A function of the workspace: `file` and index into its facts' `functions`. */
export interface FunctionReference {
  readonly file: string;
  readonly index: number;
}

/** Where request data comes from. `identity` is who the framework says is calling (`req.user`, a session). */
export type InputSource =
  | "request"
  | "body"
  | "params"
  | "query"
  | "headers"
  | "cookies"
  | "session"
  | "identity"
  | "files"
  /** A webhook's or queue's payload. */
  | "message"
  | "job"
  | "event"
  /** Arguments of a server action, resolver or procedure. */
  | "arguments"
  /** The framework's response object, context and continuation. */
  | "response"
  | "context"
  | "next";

export type Term = TermShape & {
  /** Unique among the terms of a workspace. */
  readonly id: number;
  /** What the term holds, as bits of `link/terms/marks.ts`; -1 until somebody asks. */
  marks: number;
};

export type TermShape =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly place?: Place }
  | { readonly kind: "undefined" }
  /** A template or concatenation. */
  | { readonly kind: "text"; readonly parts: readonly Term[] }
  | {
      readonly kind: "input";
      readonly source: InputSource;
      readonly path: readonly string[];
      /** The framework whose request, response or context it is; empty for plain data. */
      readonly framework: string;
      /** The class of the row that stands for it, where middleware left one: `request.user = await users.findOne(…)`. */
      readonly row?: Term;
    }
  | {
      readonly kind: "environment";
      readonly name: string;
      /** The service refuses to start without it. */
      readonly isSet?: true;
      readonly place?: Place;
    }
  /**
   * A value of a package: `stripe` `["new default()", "charges"]`. See `systems/define-system.ts` for the notation.
   * Calling it gives another: `["new default()", "charges", "create()"]`, with the arguments and the place of the call.
   */
  | {
      readonly kind: "external";
      readonly package: string;
      readonly path: readonly string[];
      /** The value before the last segment of `path`. */
      readonly base: Term | undefined;
      /** Present where the last segment is a call or `new`. */
      readonly arguments: readonly Term[] | undefined;
      /** Where that call stands: two routers of one package are two values. */
      readonly site: Place | undefined;
      /** What a token says, read without its key: whoever wrote it. */
      readonly decoded?: true;
    }
  | { readonly kind: "global"; readonly path: readonly string[] }
  | {
      readonly kind: "function";
      readonly function: FunctionReference;
      readonly captured: Captured;
      readonly self?: Term;
    }
  /** A function with leading arguments already given: `f.bind(null, a)`. */
  | { readonly kind: "bound"; readonly function: Term; readonly arguments: readonly Term[] }
  | { readonly kind: "class"; readonly file: string; readonly index: number; readonly captured: Captured }
  | { readonly kind: "instance"; readonly class: Term; readonly arguments: readonly Term[]; readonly site?: Place }
  | { readonly kind: "module"; readonly file: string }
  | { readonly kind: "object"; readonly fields: readonly TermField[]; readonly place?: Place }
  /** `isEmpty`: nothing is in it for certain; otherwise code that was not seen may have put more into it. */
  | { readonly kind: "array"; readonly items: readonly Term[]; readonly isEmpty?: true }
  | { readonly kind: "member"; readonly of: Term; readonly name: string }
  /** Some element of a collection: the variable of a loop, `list[i]`. */
  | { readonly kind: "element"; readonly of: Term }
  /** What a call gave back: an effect's row, an unresolved function's value. `at` tells two calls apart. */
  | { readonly kind: "result"; readonly of: CallTerm }
  /** `===`, `&&`, `!`, `>`, `in`, `instanceof` … with their operands. */
  | { readonly kind: "operation"; readonly operator: string; readonly parts: readonly Term[] }
  /** One of several: `a ?? b`, a ternary, a variable set on two branches. */
  | { readonly kind: "choice"; readonly options: readonly Term[] }
  /** Another value at every run: the clock, a random number, a fresh id. */
  | { readonly kind: "unstable"; readonly how: "time" | "random" }
  | { readonly kind: "unknown"; readonly parts: readonly Term[] };

export interface TermField {
  /** Absent for a spread or a computed key. */
  readonly key?: string;
  readonly value: Term;
}

/** Values of the outer variables a function uses, by binding index. */
export type Captured = ReadonlyMap<number, Term>;

/** A call whose inside is not the workspace's code. */
export interface CallTerm {
  /** As written, whitespace folded: `prisma.user.create`. */
  readonly text: string;
  readonly callee: Term;
  readonly arguments: readonly Term[];
  readonly place: Place;
  /** Where the callee is written: `stripe.charges.create` without the arguments. */
  readonly calleePlace?: Place;
  /** A tagged template: its parts are handed over apart from its text. */
  readonly tagged?: true;
}
