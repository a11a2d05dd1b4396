/** What evaluation shares: the files, the adapters, the terms, and what is remembered between calls. */
import type { CallExpression, Expression, FileFacts } from "../../facts/file-facts.ts";
import type { Dispatched } from "../../frameworks/define-framework.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { Schema } from "../../model/service-model.ts";
import type { Captured, Place, Term, TermField } from "../../model/term.ts";
import type { SqlProcedure } from "../../sql/read-procedure.ts";
import type { Adapters } from "../adapters/adapters.ts";
import type { TextSignatures } from "../files/files-containing.ts";
import type { Modules } from "../files/modules.ts";
import type { Sources } from "../files/sources.ts";
import type { Memo } from "../terms/memo.ts";
import type { Terms } from "../terms/terms.ts";
import type { AddedMembers } from "../values/added-members.ts";
import type { BoundTokens } from "../values/bound-tokens.ts";
import type { Contexts } from "../values/contexts.ts";
import type { NamedValues } from "../values/named-values.ts";
import type { RunDeferred } from "./deferred.ts";
import type { Route } from "./route.ts";
import type { Step } from "./steps.ts";

export interface Linker {
  readonly sources: Sources;
  readonly modules: Modules;
  readonly adapters: Adapters;
  readonly terms: Terms;
  /** Everything worth keeping between calls: module values, exports, frames, entry points. */
  readonly memo: Memo;
  /** What a package of middleware is known for, `"none"` for harmless ones; undefined where nothing is known. */
  readonly knownMiddleware: (packageName: string, path: readonly string[]) => GuardKind | "none" | undefined;
  /** What a dependency injection container gives for a decorator such as `@Inject(TOKEN)`. */
  injection?: ((decorator: Term) => Term | undefined) | undefined;
  /** Id of the database that a Prisma schema names. */
  database?: string | undefined;
  /** Tables that schema files, migrations and models in code declare. */
  schema?: Schema | undefined;
  /** Functions that the database holds, by name in lower case, as migrations make them. */
  procedures?: ReadonlyMap<string, SqlProcedure> | undefined;
  /** What a container gives in place of a class: `{ provide: Orders, useClass: PostgresOrders }`. */
  provided?: ((wanted: Term) => Term | undefined) | undefined;
  /** What a call of a package runs, where a framework finds it by the arguments: the handler of a command's class. */
  dispatched?:
    | ((packageName: string, path: readonly string[], given: readonly Term[]) => Dispatched | undefined)
    | undefined;
  /** Files with a class that names this one in its head: those that may implement or extend it. */
  readonly filesBelow?: ((name: string) => readonly string[]) | undefined;
  /** Names that functions of frameworks register by, of those frameworks that the workspace may use. */
  registeringNames: ReadonlySet<string>;
  /** What handlers find in the context that their server makes. */
  readonly contexts: Contexts;
  /** Members that applications and routers were given, by framework and name, with the file that did it. */
  readonly decorated: Map<string, { readonly value: Term; readonly file: string }>;
  /** Files that contain a text, as they are looked for while this model is built. */
  readonly containing: TextSignatures;
  /** What decorators left on the handler whose guards are being read: pairs of key and value. */
  metadata: (Term & { readonly kind: "object" }) | undefined;
  /** Keys of what decorators leave (ids of their terms) that some guard has asked for, and the texts of those that were left. */
  readonly keysRead: Set<string>;
  readonly keyTexts: Map<string, string>;
  /** Values at the top of files that were asked for and whose making does something, by where they begin. */
  readonly madeAtTop: Map<string, Set<number>>;
  /** What a container gives by name. */
  named?: NamedValues | undefined;
  /** What containers are told that tokens stand for. */
  bound?: BoundTokens | undefined;
  /** Functions that modules put on values of packages. */
  readonly addedMembers: Map<Term, AddedMembers>;
  /** Files that export more beside what they export as a whole, by that. */
  readonly exportedBeside: Map<Term, string>;
  /** The route whose middleware is being read, where that asks for it. */
  route?: Route | undefined;
  /** What the handler that is being laid answers with, by what it throws. */
  exits?: ReadonlyMap<string, number | undefined> | undefined;
  /** What the request came in by, as the guard that is being read is told; undefined for HTTP. */
  transport?: string | undefined;
  /** The request as guards left it (`request.principal = …`), for whoever asks the framework for the request. */
  left?: (Term & { readonly kind: "object" }) | undefined;
  /** Files with decorated classes when containers were last made ready. */
  decoratedFiles?: string;
  /** How often each function (`file#index`) is open right now. */
  readonly entered: Map<string, number>;
  /** Calls that are open right now. */
  depth: number;
  /** Paths of entry points are being read; before, only what registers something was looked for. */
  isAnswering: boolean;
  /** Frames that may still be made before the walk is cut. */
  budget: number;
}

/** Facts of a file; whatever is being made now depends on it. */
export function factsOf(linker: Linker, file: string): FileFacts | undefined {
  linker.memo.touch(file);
  return linker.sources.facts(file);
}

/** One run of a function, in progress. */
export interface Activation {
  readonly file: string;
  readonly facts: FileFacts;
  readonly functionIndex: number;
  locals: Map<number, Term>;
  readonly captured: Captured;
  readonly self: Term | undefined;
  /** Which run of the function this is: routers that a factory makes for different arguments are different routers. Few ask. */
  context: (() => Term | undefined) | undefined;
  /** Where steps go now: the block being built. */
  steps: Step[];
  readonly writes: Map<number, Term>;
  /** What this run has put into maps and properties of the global object. */
  kept?: Map<string, Term>;
  /** What this run has left on classes, by key. */
  left?: Map<string, Term>;
  /** What a function that is called with `new` has set on `this`. */
  own?: Map<string, Term>;
  /** Calls in this run that gave promises, as written, and variables that hold such a promise. */
  promises?: Map<CallExpression, string>;
  promiseVariables?: Map<number, CallExpression>;
  /** A binding at the top of the file is being filled by its loops: functions see it and the loops' own variables as they are. */
  filling?: boolean;
  /** Calls in this run on what they give others may be called that are about how it is run, as written. */
  deferred?: Map<CallExpression, RunDeferred>;
  /** Tests of the branches that stand open. */
  conditions?: Term[];
  /** Objects that the parameters stand for, as they were given. */
  given?: Map<number, Term>;
  /** What this run has set on rows that it found. */
  changed?: Map<Term, readonly TermField[]>;
  /** Lists that this run has gone through. */
  goneThrough?: Set<Term>;
  /** What was cut inside, see `Frame.cutBy`. */
  readonly cutBy: Set<string>;
}

export function createActivation(
  file: string,
  facts: FileFacts,
  functionIndex: number,
  captured: Captured,
  self: Term | undefined,
): Activation {
  return {
    file,
    facts,
    functionIndex,
    locals: new Map(),
    captured,
    self,
    context: undefined,
    steps: [],
    writes: new Map(),
    cutBy: new Set(),
  };
}

export function placeOf(activation: Activation, node: { readonly at: readonly [number, number] }): Place {
  return { file: activation.file, at: node.at };
}

/** Code as a person would name it: `prisma.order.create`, `requireRole("admin")`, `async (req, res) => …`. */
export function nameOf(facts: FileFacts, expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "this":
      return "this";
    case "super":
      return "super";
    case "member":
      return `${nameOf(facts, expression.object)}.${expression.name}`;
    case "index":
      return `${nameOf(facts, expression.object)}[…]`;
    case "call": {
      const args = expression.arguments.map((argument) =>
        argument.kind === "literal" ? JSON.stringify(argument.value) : "…",
      );
      return `${expression.new ? "new " : ""}${nameOf(facts, expression.callee)}(${args.join(", ")})`;
    }
    case "await":
    case "cast":
    case "spread":
      return nameOf(facts, expression.value);
    case "function":
      return facts.functions[expression.function]?.name ?? "inline function";
    case "class":
      return facts.classes[expression.class]?.name ?? "class";
    case "literal":
      return JSON.stringify(expression.value);
    case "module":
      return `require("${expression.module}")`;
    default:
      return "…";
  }
}
