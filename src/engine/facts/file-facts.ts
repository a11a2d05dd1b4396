/**
 * What one file says, as plain data.
 *
 * The only product of reading syntax. Everything later (linking, rules, map) works on these facts, so they keep the
 * whole shape of the code that can matter, in a small language of our own: no syntax nodes, no kind numbers of one
 * TypeScript version. They are JSON: cacheable by content, sendable to a worker.
 *
 * Names are already resolved inside the file: every `Name` carries the index of its binding. What a binding of another
 * file means is the linker's work.
 */

import type { Expression, Field, Pattern, Span, Statement } from "./code-facts.ts";

export type * from "./code-facts.ts";

/** Raise when the meaning or shape of facts changes; caches of other versions are dropped. */
export const FACTS_VERSION = 8;

/**
 * A file that is too large or minified is not parsed: it has its lines and an empty module, and is not `broken`.
 */
export interface FileFacts {
  readonly version: number;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** `"use server"` and friends, at the top of the file. */
  readonly directives: readonly string[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  readonly bindings: readonly Binding[];
  /** `functions[0]` is the module itself: its body is the top level of the file. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  /** Candidate secrets among the literals, masked where they stand; plain words are left where they are words. */
  readonly secrets: readonly SecretCandidate[];
  readonly suppressions: readonly Suppression[];
  /** True when the parser reported syntax errors: facts may be incomplete. */
  readonly broken: boolean;
}

export interface ImportFact {
  /** The specifier as written, such as `"./routes"`. */
  readonly module: string;
  /** `"default"`, `"*"` (namespace) or the exported name; `""` for an import only for its effects. */
  readonly name: string;
  /** Index into `bindings`; -1 where the import binds nothing. */
  readonly binding: number;
  readonly typeOnly: boolean;
  readonly at: Span;
}

/**
 * One per name (of a value and a type under one name, the value; of several assignments, the last), and one for each
 * `export * from`.
 *
 * An exported name is its `binding`. `export default` of a function or class without a name is a `value`; of any other
 * expression it is the binding of a constant called `default`, declared in the module's body. The `value` of a CommonJS
 * export stands in the module's body too, as the right side of the assignment.
 */
export interface ExportFact {
  /** `"default"`, the exported name, or `"*"` for `export * from`. `module.exports = x` is `"export="`. */
  readonly name: string;
  /** What is exported, one of: */
  readonly binding?: number;
  readonly value?: Expression;
  /** … or a re-export: the module and the name there (`"*"` for all, also for `export * as ns`). */
  readonly from?: { readonly module: string; readonly name: string };
  readonly at: Span;
}

export type BindingKind =
  | "import"
  | "const"
  | "let"
  | "var"
  | "parameter"
  | "function"
  | "class"
  | "caught"
  | "enum"
  | "namespace"
  | "type";

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly at: Span;
  /** The function whose scope holds it; 0 is the module. */
  readonly owner: number;
  /** Index into `imports`, `functions` or `classes`, by kind. */
  readonly import?: number;
  readonly function?: number;
  readonly class?: number;
  /** The declared type. Of an alias the type it stands for, of an interface what it extends. */
  readonly type?: TypeReference;
  /** True when it is assigned again after its declaration. */
  readonly reassigned?: boolean;
  /** Members of an enum, or the one body of an interface or type alias where it is an object type. */
  readonly members?: readonly Field[];
  readonly typeMembers?: readonly TypeMember[];
}

export interface TypeMember {
  readonly name: string;
  readonly optional: boolean;
  readonly type?: TypeReference;
}

/**
 * A type as far as names go: `Stripe.Event`, `Repository<Order>`, `string[]`. Unions are without `undefined` and `null`,
 * and a union of one is that one; literal types are their keyword.
 */
export interface TypeReference {
  /**
   * Dotted name, or a keyword (`"string"`). Where there is none: `"union"`, `"intersection"`, `"tuple"`, `"keyof"`,
   * `"typeof"`, `"index"` with their parts as arguments, `"function"` with its result, `"object"`, `"unknown"`.
   */
  readonly name: string;
  /**
   * Binding of the first part of the name; -1 when global or unknown. An object type that stands alone (`deps: { db: Db }`)
   * has a binding without a name, with its `typeMembers`.
   */
  readonly binding: number;
  readonly arguments: readonly TypeReference[];
  readonly array: boolean;
}

export type FunctionKind = "module" | "function" | "arrow" | "method" | "constructor" | "getter" | "setter";

export interface FunctionFacts {
  /** Declared or inferred name (`const pay = async () => …` is `"pay"`); absent where there is none. */
  readonly name?: string;
  readonly kind: FunctionKind;
  readonly at: Span;
  /**
   * The name alone, or the first token where there is no name: where a finding on the function is shown. An inferred name
   * stands ahead of the function, outside `at`.
   */
  readonly nameAt: Span;
  /** From `{` to `}`, or the expression of a short arrow function. */
  readonly bodyAt: Span;
  readonly async: boolean;
  readonly generator: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Index of the enclosing function. */
  readonly owner: number;
  /** Index of the class it is a member of. */
  readonly class?: number;
  readonly directives?: readonly string[];
  readonly returnType?: TypeReference;
  /** The body is one expression (`() => x`), kept as a return statement. */
  readonly short: boolean;
}

export interface Parameter {
  readonly pattern: Pattern;
  readonly type?: TypeReference;
  readonly rest: boolean;
  readonly optional: boolean;
  readonly decorators: readonly Expression[];
  /** A TypeScript parameter property: `constructor(private orders: Orders)`. */
  readonly property?: string;
}

export interface ClassFacts {
  readonly name?: string;
  readonly at: Span;
  readonly nameAt: Span;
  readonly extends?: Expression;
  readonly extendsTypes?: readonly TypeReference[];
  readonly implements: readonly TypeReference[];
  readonly decorators: readonly Expression[];
  readonly members: readonly ClassMember[];
  readonly abstract: boolean;
  readonly owner: number;
}

/** Overloads and `declare`d fields are left out. A static block is a static method called `static {}`. */
export interface ClassMember {
  /** A computed name is its text in brackets: `[Symbol.iterator]`. */
  readonly name: string;
  readonly kind: "method" | "constructor" | "getter" | "setter" | "field";
  readonly static: boolean;
  /** Absent where the method is abstract. */
  readonly function?: number;
  readonly value?: Expression;
  readonly type?: TypeReference;
  readonly decorators: readonly Expression[];
  readonly at: Span;
  readonly nameAt: Span;
  readonly optional?: boolean;
}

// ── Other facts ─────────────────────────────────────────────────────────────

/** A literal that may be a secret, without its value. */
export interface SecretCandidate {
  readonly at: Span;
  /** Such as `sk_l…9f2a (32)`: enough to find it, not enough to use it. */
  readonly masked: string;
  /** Salted hash of the value: the same value has the same fingerprint, in every file. */
  readonly fingerprint: string;
  /** The provider whose published format it has, such as `"stripe-secret-key"`. */
  readonly provider?: string;
  /** What the value looks like, for judging it by name and by use. */
  readonly shape: SecretShape;
  /** Names it goes by in the code: variable, property, argument position, header. Innermost first. */
  readonly names: readonly string[];
}

export interface SecretShape {
  readonly length: number;
  /** Bits per character, Shannon. */
  readonly entropy: number;
  readonly classes: {
    readonly lower: boolean;
    readonly upper: boolean;
    readonly digit: boolean;
    readonly symbol: boolean;
  };
  /** A literal that says of itself that it is no secret: `changeme`, `your-key-here`, `xxx`. */
  readonly placeholder: boolean;
  /** Ordinary words, a path, an identifier, a URL without credentials … */
  readonly wordlike: boolean;
}

/** `// hardpath-allow access/missing-role: reason` */
export interface Suppression {
  readonly rules: readonly string[];
  /** Empty where the reason was left out: then it does not count. */
  readonly reason: string;
  readonly at: Span;
  /** Offsets it covers: the line, or the whole function or class it stands above. */
  readonly covers: Span;
}
