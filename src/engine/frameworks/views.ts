/** What adapters of frameworks see: values, files and classes of the workspace. */
import type { ClassFacts, FileFacts } from "../facts/file-facts.ts";
import type { InputSource, Place, Term } from "../model/term.ts";
import type { Handler, ParameterShape } from "./define-framework.ts";

/** What adapters may ask of values. */
export interface TermView {
  /** `value.name`; undefined where there is nothing. */
  member(value: Term | undefined, name: string): Term | undefined;
  /** Fields of an object, spreads opened. */
  fields(value: Term | undefined): readonly { readonly name: string; readonly value: Term }[];
  /** Items of an array, nested ones flattened and choices opened; a single value is a list of itself. */
  items(value: Term | undefined): readonly Term[];
  text(value: Term | undefined): string | undefined;
  texts(value: Term | undefined): readonly string[] | undefined;
  /** The value as a link of a chain. */
  handler(value: Term, name?: string): Handler;
  /** A function with this as its `this`; an arrow, and whatever else the value may be, as it is. */
  method(value: Term, self: Term): Term;
  literal(value: string | number | boolean | null): Term;
  array(items: readonly Term[]): Term;
  object(fields: Readonly<Record<string, Term>>): Term;
  /** An object with more fields. */
  extended(value: Term, fields: Readonly<Record<string, Term>>): Term;
  /** An instance of a class, as a container would make it. */
  instance(value: Term): Term;
  /** What a container of the workspace gives for a token, as code of this file asks for it. */
  bound(token: Term, file: string): Term | undefined;
  /** What a function of the workspace gives back for these arguments. */
  result(value: Term, parameters: readonly ParameterShape[]): Term | undefined;
  /** True where a function gives the request it gets to a handler of a framework that routes itself. */
  handsOver(value: Term, parameters: readonly ParameterShape[]): boolean;
  /** Terms that a value may be, conditions dropped: `a ? b : c`, `b ?? c`. */
  alternatives(value: Term): readonly Term[];
  /** How many parameters a function of the workspace has; undefined where it is none, or takes any number. */
  arity(value: Term | undefined): number | undefined;
  /** True where a function answers a request with something else than an error. */
  serves(value: Term, parameters: readonly ParameterShape[]): boolean;
  /** True where a function may throw. */
  refuses(value: Term): boolean;
  /** A value of a package: `external("fastify", ["default()"], parent)`. */
  external(packageName: string, path: readonly string[], base: Term, site: Place): Term;
  /** What a name that the file does not declare stands for in it; undefined where that is a global like any other. */
  reached(file: string, name: string): Term | undefined;
  /** A function that gives what it is given, or that throws it: what code is handed to end with. */
  ending(how: "gives" | "throws"): Term;
  /** The folder that a path expression (`join(__dirname, "routes")`) stands for, and the code files below it. */
  folder(value: Term | undefined): { readonly path: string; readonly files: readonly string[] } | undefined;
  /** What a file exports. */
  exported(file: string, name: string): Term;
  exists(file: string): boolean;
  /** An input of which some members are known. */
  input(source: InputSource, known: Readonly<Record<string, Term>>): Term;
  /** The methods and paths that a function tells apart by comparing these inputs. */
  comparisons(
    value: Term,
    parameters: readonly ParameterShape[],
    told: { readonly method: string; readonly path: string },
  ): readonly Comparison[];
  /** Everything that a file exports, re-exports resolved. */
  exports(file: string): readonly { readonly name: string; readonly value: Term }[];
  /** The first of these files of the workspace that is there: `["src/a.ts", "src/a.js"]`. */
  file(paths: readonly string[]): string | undefined;
  /** Every file of the workspace. */
  paths(): Iterable<string>;
  /** The code of the file has this very text, as a literal or a key. */
  writes(file: string, text: string): boolean;
  /** Text of a file of the workspace that is no code. */
  read(path: string): string | undefined;
  /**
   * Texts that a function, or what it calls, compares a part of its input with, or chooses by: the branches of
   * `switch (job.name)` are `cases(fn, ["job"], "job.name")`.
   */
  cases(value: Term, parameters: readonly ParameterShape[], of: ParameterShape): readonly string[];
}

/** A file that is no code. */
export interface DocumentView {
  readonly path: string;
  readonly text: string;
}

export interface Comparison {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly place: Place;
}

/** Everything with decorators, and the values that registered something. */
export interface Program {
  readonly classes: readonly ClassView[];
  /** The class a value is, or is an instance of. */
  classOf(value: Term): ClassView | undefined;
  /** Receivers of this framework, in the order of their first use. */
  readonly receivers: readonly Term[];
  /** Some entry point that was found runs this function. */
  isRegistered(handler: Term): boolean;
  readonly terms: TermView;
}

/** A file with its exports as terms. */
export interface FileView {
  readonly path: string;
  readonly facts: FileFacts;
  /** Exported names and what they are, re-exports resolved. */
  readonly exports: ReadonlyMap<string, Handler>;
  /** Functions that begin with the directive of `files`: `"use server"` inside a component. */
  readonly marked: readonly Handler[];
}

/** A class with its decorators as calls. */
export interface ClassView {
  readonly file: string;
  readonly facts: ClassFacts;
  readonly term: Term;
  /** Decorators of the class, of this framework's packages. */
  readonly decorators: readonly DecoratorView[];
  readonly methods: readonly MethodView[];
  /** Decorators of the fields. */
  readonly fields: readonly { readonly name: string; readonly decorators: readonly DecoratorView[] }[];
  /** The class it extends, where that is code of the workspace or a package's class. */
  readonly parent: Term | undefined;
}

export interface MethodView {
  readonly name: string;
  readonly handler: Handler;
  readonly decorators: readonly DecoratorView[];
  readonly parameters: readonly {
    readonly decorators: readonly DecoratorView[];
    readonly type: Term | undefined;
    /** Undefined where it is taken apart at once. */
    readonly name: string | undefined;
  }[];
}

export interface DecoratorView {
  /** Export of the package: `"Get"`. */
  readonly name: string;
  readonly package: string;
  readonly arguments: readonly Term[];
  /** The decorator itself. */
  readonly term: Term;
  text(index: number): string | undefined;
  readonly place: Place;
}
