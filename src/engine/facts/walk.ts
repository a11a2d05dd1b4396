/**
 * The state of one extraction: the facts as they grow, and where in the code the walk stands.
 *
 * One mutable object handed to every function, so that no closure is made per node.
 */
import type ts from "typescript";
import type {
  Binding,
  ClassFacts,
  ExportFact,
  Expression,
  FunctionFacts,
  ImportFact,
  SecretCandidate,
  Span,
  Statement,
} from "./file-facts.ts";
import type { Scope } from "./scope.ts";
import { type Kinds, type Syntax, startOf } from "./syntax.ts";

/** A fact while it is being written. */
export type Draft<Fact> = { -readonly [Key in keyof Fact]: Fact[Key] };

export type ExpressionReader = (walk: Walk, node: ts.Node) => Expression;
export type StatementReader = (walk: Walk, node: ts.Node, out: Statement[]) => void;

/** Readers by kind number of one TypeScript module. */
export interface Readers {
  readonly expressions: readonly (ExpressionReader | undefined)[];
  readonly statements: readonly (StatementReader | undefined)[];
}

/** Expressions nested deeper than this are `unknown`, so that neither this walk nor a later one overflows the stack. */
export const DEEPEST = 400;

export interface Walk {
  readonly typescript: typeof ts;
  readonly syntax: Syntax;
  readonly kinds: Kinds;
  readonly readers: Readers;
  readonly text: string;
  /** The text holds the word `var`: only then functions are searched for hoisted variables. */
  readonly hasVar: boolean;

  readonly imports: ImportFact[];
  exports: ExportFact[];
  readonly bindings: Draft<Binding>[];
  readonly functions: Draft<FunctionFacts>[];
  readonly classes: Draft<ClassFacts>[];
  readonly secrets: SecretCandidate[];
  /** Values of candidates that are surely no words, and their masks. They never leave the walk. */
  readonly masked: Map<string, string>;
  /** Bindings that are the module's exports: `const Write = module.exports`. */
  readonly exportsNames: Set<number>;

  scope: Scope;
  /** Index of the function being read. */
  owner: number;
  depth: number;

  /** What the literals at this place are named by, outermost first: see `literal-names.ts`. */
  readonly namers: ts.Node[];
  /** For each namer that is a call the argument being read; -1 otherwise. */
  readonly positions: number[];
  /** Namers below this one belong to an enclosing function. */
  namersFrom: number;
}

export function createWalk(syntax: Syntax, readers: Readers, text: string): Walk {
  return {
    typescript: syntax.typescript,
    syntax,
    kinds: syntax.kinds,
    readers,
    text,
    hasVar: text.includes("var"),
    imports: [],
    exports: [],
    bindings: [],
    functions: [],
    classes: [],
    secrets: [],
    masked: new Map(),
    exportsNames: new Set(),
    scope: { values: undefined, types: undefined, parent: undefined, holdsVars: true },
    owner: 0,
    depth: 0,
    namers: [],
    positions: [],
    namersFrom: 0,
  };
}

/** One empty list for all: facts are never changed, and most of their lists are empty. */
export const NOTHING: readonly never[] = Object.freeze([]);

/** The same items in a list of exactly their number: a list that was pushed to has room for sixteen more. */
export function compact<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? NOTHING : items.slice();
}

export function spanOf(walk: Walk, node: ts.Node): Span {
  return [startOf(walk.text, node), node.end];
}

export function hasModifier(node: ts.Node, kind: number): boolean {
  const { modifiers } = node as ts.MethodDeclaration;
  if (modifiers === undefined) return false;
  for (const modifier of modifiers) if (modifier.kind === kind) return true;
  return false;
}

/** Where the walk stands, to go back to after a nested scope or a crash inside it. */
export interface Standpoint {
  readonly scope: Scope;
  readonly owner: number;
  readonly depth: number;
  readonly namers: number;
  readonly namersFrom: number;
}

export function standpoint(walk: Walk): Standpoint {
  return {
    scope: walk.scope,
    owner: walk.owner,
    depth: walk.depth,
    namers: walk.namers.length,
    namersFrom: walk.namersFrom,
  };
}

export function returnTo(walk: Walk, point: Standpoint): void {
  walk.scope = point.scope;
  walk.owner = point.owner;
  walk.depth = point.depth;
  walk.namers.length = point.namers;
  walk.positions.length = point.namers;
  walk.namersFrom = point.namersFrom;
}
