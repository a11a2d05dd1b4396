/**
 * How a framework is described: which values register handlers, how requests look, how one refuses.
 * For the notation of values see `../systems/define-system.ts`.
 */
import type { FileFacts } from "../facts/file-facts.ts";
import type { Delivery, EntryPointKind, Intake } from "../model/entry-point.ts";
import type { GuardKind } from "../model/guard.ts";
import type { InputSource, Place, Term } from "../model/term.ts";
import type { Reach } from "./reach.ts";
import type { ClassView, DocumentView, FileView, Program, TermView } from "./views.ts";

export type * from "./views.ts";

export interface FrameworkDefinition {
  readonly title: string;
  readonly packages: readonly string[];
  /** Values that register handlers, followed through variables, parameters, types and imports. */
  readonly receivers: readonly string[];
  /** Types of functions that are given a receiver first: `{ FastifyPluginAsync: "new FastifyInstance()" }`. */
  readonly plugins?: Readonly<Record<string, string>>;
  /** Receivers that take requests themselves. Others must be mounted; found unmounted, what guards them is unknown. Default: all. */
  readonly roots?: readonly string[];
  /** Methods of decorated classes that it calls itself when it starts: `["onModuleInit"]`. */
  readonly starts?: readonly string[];
  /** What a function stands for that registers on a parameter named `app` or `router`, and that nobody was seen to call. */
  readonly adopts?: string;
  /** A request that no route of a mounted router takes goes on behind it, once the router's own middleware let it pass. */
  readonly fallsThrough?: true;
  /** The framework whose server runs its handlers: what that one makes as the context is theirs. */
  readonly servedBy?: string;
  /** Its calls only tell where messages are asked for: what they do is told by systems. */
  readonly watches?: true;
  /** Every call on a receiver gives the receiver back, also calls that are not listed: `app.onError(f).get("/a", g)`. */
  readonly chains?: true;
  /** Registering calls by method name (or path) after the receiver. */
  readonly calls?: Readonly<Record<string, (call: RegisterCall, model: Registry) => void>>;
  /** What the parameters of a handler are, by position. A function with one more (`error` first) is an error handler. */
  readonly handler?: HandlerShape;
  /** Members of inputs that are something else: `{ "request.body": "body", "request.user": "identity" }`. */
  readonly members?: Readonly<Record<string, InputSource>>;
  /**
   * Calls on inputs that give an input, whether there is none, or an input by the first argument. For example
   * `{ "context.req.json": "body", "request.isUnauthenticated": "!identity",
   * "request.valid": { json: "body", param: "params" } }`.
   */
  readonly methods?: Readonly<Record<string, InputSource | `!${InputSource}` | Readonly<Record<string, InputSource>>>>;
  /** Calls on inputs that tell a handler its transport, or else this: `{ "context.getType": "http" }`. */
  readonly transports?: Readonly<Record<string, string>>;
  /** Members of inputs that are the application, as one of `receivers`: `{ "request.server": "new FastifyInstance()" }`. */
  readonly applications?: Readonly<Record<string, string>>;
  /** Calls on the application that keep a value by name, and that give it back: `app.set("db", db)`, `app.get("db")`. */
  readonly settings?: { readonly puts: string; readonly takes: string };
  /**
   * Calls on the context that leave a value by name for later handlers, and that take it out again, with the member that
   * has them all: `{ puts: "context.set", takes: "context.get", member: "var" }`.
   */
  readonly bag?: { readonly puts: string; readonly takes: string; readonly member: string };
  /** Calls on inputs that give what they are called on: `context.auth.use("api")`. */
  readonly same?: readonly string[];
  /** Calls on inputs that throw unless something holds: `{ "request.jwtVerify": "authentication" }`. */
  readonly guards?: Readonly<Record<string, GuardKind>>;
  /** Calls on the package that give a function back, with its position: `{ "createMiddleware()": 0 }`. */
  readonly wrappers?: Readonly<Record<string, number>>;
  /**
   * Calls on the package that give an input: `{ "GqlExecutionContext.create().getContext": "request" }`. A global function
   * that is one of `packages` stands for itself: `{ "global:readBody": "body" }`.
   */
  readonly values?: Readonly<Record<string, InputSource>>;
  /** Calls on inputs that run a callback once and remember it, with its position: `{ "context.step.run": 1 }`. */
  readonly memoised?: Readonly<Record<string, number>>;
  /** How one answers: calls on inputs (`"response.json"`) or of the package (`"redirect()"`). */
  readonly responses?: Readonly<Record<string, ResponseDefinition>>;
  /** Errors of the package by constructor path, with their status: `{ "new ForbiddenException()": 403 }`. */
  readonly errors?: Readonly<Record<string, number>>;
  /** What the platform hands to handlers by name in `context.env`, as its settings say. */
  readonly environment?: (terms: TermView) => ReadonlyMap<string, PlatformValue>;
  /**
   * Members of the package's values that are values of another package, told by what the value was made with:
   * `{ "new TransactionHost().tx": … }`.
   */
  readonly hands?: Readonly<Record<string, (given: readonly Term[]) => PlatformValue | undefined>>;
  /** What a wrapped handler of the package runs where the code calls it itself: what stands ahead of it, and the handler last. */
  readonly opens?: (terms: TermView, value: Term) => readonly Handler[];
  /** How its containers give values by name. */
  readonly container?: ContainerDefinition;
  /** How its containers are told what stands for a token. */
  readonly binding?: BindingDefinition;
  /** Entry points by file: Next.js routes, server actions. Called for every file with facts whose path matches. */
  readonly files?: {
    readonly matches: (path: string) => boolean;
    /** Files with this directive too, wherever they stand: `"use server"`. */
    readonly directive?: string;
    /** Other files that are known by what stands in them. Asked only of files that use a framework. */
    readonly recognises?: (facts: FileFacts) => boolean;
    readonly visit: (file: FileView, model: Registry, terms: TermView) => void;
  };
  /** Files of the platform that are no code: `serverless.yml`, `vercel.json`. */
  readonly documents?: {
    readonly matches: (path: string) => boolean;
    readonly visit: (document: DocumentView, model: Registry, terms: TermView) => void;
  };
  /** Entry points by class: decorators of a package. */
  readonly classes?: (view: ClassView, model: Registry) => void;
  /** What a container gives for a token, a class or a decorator of a parameter. Asked before anything is run. */
  readonly provide?: (program: Program) => (wanted: Term) => Term | undefined;
  /**
   * What a call on a value of the package runs, where it finds that by what it is given: a command bus runs the handler of
   * the command's class.
   */
  readonly dispatch?: (program: Program) => (call: DispatchingCall) => Dispatched | undefined;
  /** Runs last, over every class with decorators: for frameworks whose parts find each other through modules. */
  readonly assemble?: (program: Program, model: Registry) => void;
  /**
   * Calls that read what decorators left on the handler, with the position of the key: `{ "new Reflector().get": 0 }`.
   * They give what the entry point's `metadata` says.
   */
  readonly metadata?: Readonly<Record<string, number>>;
  /**
   * What `next(…)` takes: an error (Express), members of the context of later handlers (`next({ ctx })`, tRPC), or what is
   * handled instead (`resolve(event)`, SvelteKit).
   */
  readonly next?: "error" | "context" | "request";
  /** One file is a page and what the forms on it are sent to. */
  readonly pages?: true;
  /** Below a prefix its handlers see only the rest of the path: Express, Next.js below its base path. */
  readonly showsRest?: true;
  /** Its routers are functions of a request: code may hand one the request itself, `wrap((req, res, next) => router(req, res, next))`. */
  readonly callable?: true;
  /** What it has done with what a client sent before a handler sees it. */
  readonly intake?: Intake;
  /** What is answered passes a serializer that may leave fields out. */
  readonly serializes?: true;
  /** What is in reach of a file beyond what it imports. */
  readonly reach?: Reach;
  /** The call makes a token of the container, which stands for what the container gives for it: `getModelToken(Order.name)`. */
  readonly isToken?: (packageName: string, path: readonly string[]) => boolean;
  /** Position of the class to which the call adds members, to give the class itself: `compose(Base, WithMixin)`. */
  readonly extended?: (packageName: string, path: readonly string[]) => number | undefined;
  /** Words of files that use the framework without importing it: `"Deno.serve("`. */
  readonly words?: readonly string[];
  /** Texts of files that register through helpers of their own, found by importing a file that uses the package. */
  readonly composes?: RegExp;
}

export interface ContainerDefinition {
  /** Exports that say how a value is made of what they are given. */
  readonly makers: Readonly<Record<string, "class" | "function" | "value" | "alias">>;
  /** Calls on a container that are given a maker for each name, and those that take modules by their files' names. */
  readonly registers: readonly string[];
  readonly loads: readonly string[];
  /** The member that has everything by name; makers are given it, too. */
  readonly everything: string;
}

/** `container.bind(TOKEN).to(Orders)` */
export interface BindingDefinition {
  /** Calls that are given the token. */
  readonly binds: readonly string[];
  /** Calls on what those give, and how what they are given makes the value. */
  readonly to: Readonly<Record<string, "class" | "itself" | "value" | "function" | "alias">>;
  /** Decorators of parameters and fields that are given the token. */
  readonly injects: readonly string[];
}

export interface HandlerShape {
  readonly parameters: readonly ParameterShape[];
  /**
   * Returning a value answers the request (Hono, Next.js), or does nothing (Express). A `"verdict"` lets the request go on
   * when it is true and refuses it with 403 when it is not (a Nest guard); of a `"rule"` an error or a text is a no as well
   * (GraphQL Shield). A hook that `"passes"` lets it go on when it
   * returns without an answer (Fastify); of one that `"answers"`, whatever it returns is the answer (Elysia). A `"value"` is for what comes later: only
   * throwing refuses; of a `"context"` it is certain that nothing else stands between it and the handlers (tRPC). What `"connects"` runs
   * once, when somebody connects, and says who sends the events that come over the connection.
   */
  readonly returns?:
    | "response"
    | "nothing"
    | "verdict"
    | "rule"
    | "passes"
    | "answers"
    | "value"
    | "context"
    | "connects";
  /** It stands around what comes later: what that answers goes through it (an interceptor of Nest). */
  readonly around?: true;
  /** The object that it returns is put into the context of what comes later (Elysia's `derive`). */
  readonly adds?: true;
  /** What `this` is in it. */
  readonly self?: ParameterShape;
  /** What it answers with where it throws one of these names, or an object with one: `throw "notFound"`. */
  readonly exits?: ReadonlyMap<string, number | undefined>;
}

/** What a parameter is: an input (`"body"`), a part of one (`"params.id"`), an object of these, or a term. */
export type ParameterShape =
  | InputSource
  | `${InputSource}.${string}`
  /** `of`: it is this input in everything else. */
  | {
      readonly of?: InputSource | `${InputSource}.${string}`;
      readonly fields: Readonly<Record<string, ParameterShape>>;
    }
  | { readonly term: Term };

export interface ResponseDefinition {
  /** Argument or `"=403"` that is the status. `"chain"`: set by an earlier call of the chain (`res.status(403).json()`). */
  readonly status?: string;
  readonly value?: string;
  readonly redirect?: true;
  /** It only sets the status for a later call. */
  readonly sets?: true;
  /** It throws: nothing after it runs. */
  readonly throws?: true;
  /** It does so only where this argument does not hold: `context.assert(user, 401)`. */
  readonly unless?: string;
  /** It answers where its first argument is this name: `context.app.emit("error", error)`. */
  readonly only?: string;
}

/** A call on a receiver. */
export interface RegisterCall {
  readonly method: string;
  readonly receiver: Term;
  /** What the receiver was made with: `{ prefix: "/orders" }` of `new Router({ prefix: "/orders" })`, or of `super(…)`. */
  readonly madeWith: readonly Term[];
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
  /** What the call gives back. */
  readonly result: Term;
  /** The function that asks for messages here, in a loop of its own: `while (true) await redis.xreadgroup(…)`. */
  readonly enclosing: Handler | undefined;
  /** The constant of the module that the call's value goes to: `"list"` in `const list = define(…)`. */
  readonly assignedTo: string | undefined;
  readonly terms: TermView;
}

/** A value that a platform hands out: it is known to systems as `name` of the package. */
export interface PlatformValue {
  readonly package: string;
  /** What it reaches: a queue, a database. */
  readonly name: string;
}

/** A function in a chain, as written. */
export interface Handler {
  readonly term: Term;
  readonly place: Place;
  readonly name: string;
  /** Where it takes something else than handlers of its framework do. */
  readonly shape?: HandlerShape;
  /** Id of its framework, where that is not the route's. */
  readonly framework?: string;
  /** What its framework says that a request came in by, where that is not HTTP: `context.getType()`. */
  readonly transport?: string;
  /** Addresses at which it lets everybody through. */
  readonly exempts?: (path: string, method: string) => boolean;
  /** All that it does is one transaction. */
  readonly transaction?: true;
  /** The prefix that it stands below, where its requests show only the rest of the path (`req.path` of Express). */
  readonly mount?: string;
  /** It is known to check this: its code needs no reading. */
  readonly guard?: GuardKind;
  /** The fields of the input that it lets through, and whether they are always there. */
  readonly fields?: ReadonlyMap<string, "always" | "maybe">;
  /** The texts that it allows for fields, where it lists them. */
  readonly allows?: ReadonlyMap<string, readonly string[]>;
}

/** What adapters tell the model. */
export interface Registry {
  /** The same for another value: an application, a class, a group of procedures. */
  on(receiver: Term): Registry;
  /** Runs a function that registers on what it is given, or on its `this`; true where it could be read. */
  run(target: Term, parameters: readonly ParameterShape[], self?: Term): boolean;
  /** What registers on this receiver's framework while `work` runs belongs to `group`. */
  inside(group: Term, work: () => void): void;
  readonly terms: TermView;
  /** Keeps a value with the receiver, for `assemble`. */
  keep(name: string, value: Term): void;
  kept(name: string): Term | undefined;
  /**
   * A member that the applications and routers of this framework get: `app.decorate("db", db)`; with the name
   * `request.…` or `response.…` a method of what its handlers are given.
   */
  decorate(name: string, value: Term): void;
  /** What was given that name so far, by whichever file. */
  decorated(name: string): Term | undefined;
  /**
   * Members that the context of every handler has: what `createContext()` gives. `of`: handlers of another framework;
   * `more`: what the server puts there itself.
   */
  context(value: Term, maker?: Handler, of?: string, more?: Readonly<Record<string, Term>>): void;
  /** Members that the context has by its type, where what makes it is not read to give them. */
  promisedContext(value: Term): void;
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
    /** What decorators left on the handler: key and value. */
    readonly metadata?: ReadonlyMap<Term, Term>;
    /** Rights that the handler is marked with and nothing of the service reads. */
    readonly unread?: readonly UnreadMark[];
    /** More may stand ahead of it: what guards it is unknown. */
    readonly unrooted?: boolean;
    /** It hands every request on to another service. */
    readonly forwards?: boolean;
    /** A decorator tells the package's guard to let everybody through. */
    readonly open?: boolean;
    /** The way is no path with slashes: procedures join with dots. */
    readonly dotted?: boolean;
    /** The handler gets every request: it may hand some of them to a router of the workspace's own. */
    readonly listens?: boolean;
    /** The end of the path that stands in the query: `?/register`. */
    readonly search?: string;
    /** What the framework itself calls the route, where middleware may ask for that: `/(app)/orders/[id]`. */
    readonly routeId?: string;
    /** What the route itself says of it for middleware to read: the `config` of Fastify. Undefined where that is not known. */
    readonly settings?: Term;
    /** The schema that it is a field of. */
    readonly schema?: Term;
  }): void;
  /** A function that says who signs in: what it gives back, or answers, is who the caller is from then on. */
  signIn(by: { readonly name: string; readonly handler: Handler; readonly shape: HandlerShape }): void;
  /** Takes back entry points of this receiver: `router.resource(…).only(["index"])`. */
  without(
    matches: (entry: {
      readonly method: string;
      readonly path: string;
      readonly handlers: readonly Handler[];
    }) => boolean,
  ): void;
  /** Handlers that run ahead of everything registered later on this receiver, below `path`. */
  middleware(entry: {
    readonly path?: string;
    readonly handlers: readonly Handler[];
    /** Also ahead of what was registered earlier on this receiver (Fastify hooks). */
    readonly everywhere?: boolean;
    /** Whether it runs for a route, where a path alone does not tell. */
    readonly applies?: (method: string, path: string) => boolean;
    /** Only ahead of this receiver's own routes, not of what is mounted on it. */
    readonly own?: boolean;
  }): void;
  /**
   * What runs ahead of the fields of a schema: rules that it is wrapped in. Where no field is known to be of that schema, it
   * is the one of the application.
   */
  ahead(
    schema: Term | undefined,
    links: (kind: EntryPointKind, method: string, path: string) => readonly Handler[],
  ): void;
  /** Another receiver below this one. */
  mount(entry: {
    readonly path: string | undefined;
    readonly router: Term;
    readonly handlers?: readonly Handler[];
  }): void;
  /** A prefix for everything on this receiver. */
  prefix(path: string, options?: { readonly except?: (method: string, path: string) => boolean }): void;
}

/** `@Authorized("ADMIN")` where the function that checks takes no roles. */
export interface UnreadMark {
  readonly name: string;
  readonly values: readonly string[];
}

/** A call on a value of the package: `new CommandBus().execute`. */
export interface DispatchingCall {
  readonly path: string;
  readonly arguments: readonly Term[];
}

/** What such a call runs. */
export interface Dispatched {
  readonly run: Term;
  /** What it is given, where that is not what the call was given. */
  readonly arguments?: readonly Term[];
  /** As one transaction. */
  readonly transaction?: true;
  /** What it gave is remembered: whoever called it runs again without running this again. */
  readonly memoised?: true;
  /** Calls that may follow on what is given, and are about how it is run or how it fails. */
  readonly deferred?: Deferred;
}

/** Names of the calls that give the same again, and of those that also let it go on where it throws. */
export interface Deferred {
  readonly same: readonly string[];
  readonly tolerates: string;
}

/** A framework with its id (file name), as the generated index lists it. */
export interface Framework extends FrameworkDefinition {
  readonly id: string;
}

export function defineFramework(definition: FrameworkDefinition): FrameworkDefinition {
  return definition;
}
