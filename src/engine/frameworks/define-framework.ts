/**
 * How a framework is described: which values register handlers, how requests look, how one refuses.
 * For the notation of values see `../systems/define-system.ts`.
 */
import type { ClassFacts, FileFacts } from "../facts/file-facts.ts";
import type { Delivery, EntryPointKind } from "../model/entry-point.ts";
import type { InputSource, Place, Term } from "../model/term.ts";

export interface FrameworkDefinition {
  readonly title: string;
  readonly packages: readonly string[];
  /** Values that register handlers, followed through variables, parameters, types and imports. */
  readonly receivers: readonly string[];
  /** Receivers that take requests themselves. Others must be mounted; found unmounted, what guards them is unknown. Default: all. */
  readonly roots?: readonly string[];
  /** Registering calls by method name (or path) after the receiver. */
  readonly calls?: Readonly<Record<string, (call: RegisterCall, model: Registry) => void>>;
  /** What the parameters of a handler are, by position. A function with one more (`error` first) is an error handler. */
  readonly handler?: HandlerShape;
  /** Members of inputs that are something else: `{ "request.body": "body", "request.user": "identity" }`. */
  readonly members?: Readonly<Record<string, InputSource>>;
  /** Calls on inputs that give an input: `{ "context.req.json": "body" }`. */
  readonly methods?: Readonly<Record<string, InputSource>>;
  /** Calls on inputs that run a callback once and remember it, with its position: `{ "context.step.run": 1 }`. */
  readonly memoised?: Readonly<Record<string, number>>;
  /** How one answers: calls on inputs or the package. */
  readonly responses?: Readonly<Record<string, ResponseDefinition>>;
  /** Errors of the package by constructor path, with their status: `{ "new ForbiddenException()": 403 }`. */
  readonly errors?: Readonly<Record<string, number>>;
  /** Entry points by file: Next.js routes, server actions. Called for every file with facts whose path matches. */
  readonly files?: {
    readonly matches: (path: string) => boolean;
    readonly visit: (file: FileView, model: Registry) => void;
  };
  /** Entry points by class: decorators of a package. */
  readonly classes?: (view: ClassView, model: Registry) => void;
}

export interface HandlerShape {
  readonly parameters: readonly InputSource[];
  /** Returning a value answers the request (Hono, Next.js), or does nothing (Express). */
  readonly returns?: "response" | "nothing";
}

export interface ResponseDefinition {
  /** Argument or `"=403"` that is the status. `"chain"`: set by an earlier call of the chain (`res.status(403).json()`). */
  readonly status?: string;
  readonly value?: string;
  readonly redirect?: true;
  /** It only sets the status for a later call. */
  readonly sets?: true;
  /** It throws: nothing after it runs. */
  readonly throws?: true;
}

/** A call on a receiver. */
export interface RegisterCall {
  readonly method: string;
  readonly receiver: Term;
  readonly arguments: readonly Term[];
  readonly place: Place;
  text(index: number): string | undefined;
  /** Every literal text the argument may be: arrays and choices expanded; an unknown part is `*`. */
  texts(index: number): readonly string[] | undefined;
  argument(index: number): Term | undefined;
  /** Functions (and things that may be) from this argument on, arrays flattened. */
  functions(from: number): readonly Handler[];
  /** An argument of the nearest earlier call of that name on the way here: `earlier("route", 0)` in `app.route("/a").get(f)`. */
  earlier(name: string, index: number): Term | undefined;
  /** A field of an object argument. */
  option(index: number, name: string): Term | undefined;
}

/** A function in a chain, as written. */
export interface Handler {
  readonly term: Term;
  readonly place: Place;
  readonly name: string;
}

/** What adapters tell the model. */
export interface Registry {
  entryPoint(entry: {
    readonly kind: EntryPointKind;
    readonly method?: string;
    readonly path: string | readonly string[] | undefined;
    /** Middleware first, handler last. */
    readonly handlers: readonly Handler[];
    readonly delivery?: Partial<Delivery>;
    readonly options?: Term;
    readonly handler?: HandlerShape;
    /** Not below the receiver's prefix and middleware. */
    readonly detached?: boolean;
    readonly place?: Place;
  }): void;
  /** Handlers that run ahead of everything registered later on this receiver, below `path`. */
  middleware(entry: { readonly path?: string; readonly handlers: readonly Handler[] }): void;
  /** Another receiver below this one. */
  mount(entry: {
    readonly path: string | undefined;
    readonly router: Term;
    readonly handlers?: readonly Handler[];
  }): void;
  /** A prefix for everything on this receiver. */
  prefix(path: string): void;
}

/** A file with its exports as terms. */
export interface FileView {
  readonly path: string;
  readonly facts: FileFacts;
  /** Exported names and what they are, re-exports resolved. */
  readonly exports: ReadonlyMap<string, Handler>;
}

/** A class with its decorators as calls. */
export interface ClassView {
  readonly file: string;
  readonly facts: ClassFacts;
  readonly term: Term;
  /** Decorators of the class, of this framework's packages. */
  readonly decorators: readonly DecoratorView[];
  readonly methods: readonly {
    readonly name: string;
    readonly handler: Handler;
    readonly decorators: readonly DecoratorView[];
    readonly parameters: readonly { readonly decorators: readonly DecoratorView[]; readonly type: Term | undefined }[];
  }[];
}

export interface DecoratorView {
  /** Export of the package: `"Get"`. */
  readonly name: string;
  readonly package: string;
  readonly arguments: readonly Term[];
  text(index: number): string | undefined;
  readonly place: Place;
}

/** A framework with its id (file name), as the generated index lists it. */
export interface Framework extends FrameworkDefinition {
  readonly id: string;
}

export function defineFramework(definition: FrameworkDefinition): FrameworkDefinition {
  return definition;
}
