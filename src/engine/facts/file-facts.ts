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

/** Raise when the meaning or shape of facts changes; caches of other versions are dropped. */
export const FACTS_VERSION = 3;

/** Start and end offset in UTF-16 code units, end exclusive. */
export type Span = readonly [start: number, end: number];

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
  /** Candidate secrets among the literals. Their values stand nowhere in the facts. */
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

// ── Statements ──────────────────────────────────────────────────────────────

/**
 * Blocks, namespaces and labels are opened into the list they stand in: names stay apart by binding. Function
 * declarations are bindings, not statements. A `declare` has the span of its statement where it is alone in it.
 */
export type Statement =
  | { readonly kind: "declare"; readonly pattern: Pattern; readonly value?: Expression; readonly at: Span }
  | { readonly kind: "expression"; readonly value: Expression; readonly at: Span }
  | { readonly kind: "return"; readonly value?: Expression; readonly at: Span }
  | { readonly kind: "throw"; readonly value: Expression; readonly at: Span }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
      readonly at: Span;
    }
  | {
      readonly kind: "loop";
      readonly form: "for" | "for-of" | "for-in" | "while" | "do";
      /** What `for-of` and `for-in` run over. */
      readonly over?: Expression;
      readonly pattern?: Pattern;
      readonly test?: Expression;
      /** Initialiser of a plain `for`, as statements; its increment stands at the end of `body`. */
      readonly before: readonly Statement[];
      readonly body: readonly Statement[];
      readonly at: Span;
    }
  | {
      readonly kind: "switch";
      readonly on: Expression;
      readonly cases: readonly SwitchCase[];
      readonly at: Span;
    }
  | {
      readonly kind: "try";
      readonly body: readonly Statement[];
      readonly caught?: Pattern;
      /** Absent where there is no `catch`. */
      readonly handler?: readonly Statement[];
      readonly finally: readonly Statement[];
      readonly at: Span;
    }
  | { readonly kind: "jump"; readonly to: "break" | "continue"; readonly at: Span }
  /** A class declared at this place, for its decorators and static fields. */
  | { readonly kind: "class"; readonly class: number; readonly at: Span };

export interface SwitchCase {
  /** Absent for `default`. */
  readonly test?: Expression;
  readonly body: readonly Statement[];
}

// ── Expressions ─────────────────────────────────────────────────────────────

export type Expression =
  | LiteralExpression
  | { readonly kind: "undefined"; readonly at: Span }
  | TemplateExpression
  | NameExpression
  | MemberExpression
  | { readonly kind: "index"; readonly object: Expression; readonly index: Expression; readonly at: Span }
  | CallExpression
  /** `require("x")`, `import("x")`, `import x = require("x")`. */
  | { readonly kind: "module"; readonly module: string; readonly dynamic: boolean; readonly at: Span }
  | { readonly kind: "function"; readonly function: number; readonly at: Span }
  | { readonly kind: "class"; readonly class: number; readonly at: Span }
  | ObjectExpression
  | { readonly kind: "array"; readonly items: readonly Expression[]; readonly at: Span }
  | { readonly kind: "spread"; readonly value: Expression; readonly at: Span }
  | { readonly kind: "await"; readonly value: Expression; readonly at: Span }
  | { readonly kind: "yield"; readonly value?: Expression; readonly at: Span }
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: "logical";
      readonly operator: "&&" | "||" | "??";
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: "binary";
      /** `===` and `!==` also stand for `==` and `!=`; a comma is `","`. */
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  /** `!`, `-`, `+`, `~`, `typeof`, `void`, `delete`, and `++` / `--` in either place. */
  | { readonly kind: "unary"; readonly operator: string; readonly value: Expression; readonly at: Span }
  | {
      readonly kind: "assign";
      /** `=`, `+=`, `||=` … */
      readonly operator: string;
      readonly target: Pattern;
      readonly value: Expression;
      readonly at: Span;
    }
  | { readonly kind: "this"; readonly at: Span }
  | { readonly kind: "super"; readonly at: Span }
  /** `x as T`, `<T>x`, `x satisfies T`. Non-null `x!` is dropped. */
  | { readonly kind: "cast"; readonly value: Expression; readonly type: TypeReference; readonly at: Span }
  /** JSX: the tag, and the expressions inside. */
  | { readonly kind: "jsx"; readonly tag: string; readonly parts: readonly Expression[]; readonly at: Span }
  /** Anything else, with the expressions inside it. */
  | { readonly kind: "unknown"; readonly parts: readonly Expression[]; readonly at: Span };

export interface LiteralExpression {
  readonly kind: "literal";
  /** A regular expression is its source text with `regex` set. A candidate secret is masked, with `secret` set. */
  readonly value: string | number | boolean | null;
  readonly regex?: true;
  /** Index into `secrets`: the value here is masked. */
  readonly secret?: number;
  readonly at: Span;
}

export interface TemplateExpression {
  readonly kind: "template";
  /** One more than `values`. */
  readonly texts: readonly string[];
  readonly values: readonly Expression[];
  readonly tag?: Expression;
  readonly at: Span;
}

export interface NameExpression {
  readonly kind: "name";
  readonly name: string;
  /** Index into `bindings`; -1 for a global. */
  readonly binding: number;
  readonly at: Span;
}

/** `a.b`, `a["b"]`, `a.#b`. */
export interface MemberExpression {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
  readonly optional?: true;
  readonly at: Span;
}

export interface CallExpression {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly new: boolean;
  readonly optional?: true;
  readonly types?: readonly TypeReference[];
  readonly at: Span;
}

export interface ObjectExpression {
  readonly kind: "object";
  readonly fields: readonly Field[];
  readonly at: Span;
}

export interface Field {
  /** The key, where it is literal. */
  readonly key?: string;
  readonly computed?: Expression;
  /** A spread has the spread value here and neither key nor computed. */
  readonly value: Expression;
  readonly spread?: true;
  /** A method, getter or setter of the object. */
  readonly accessor?: "get" | "set";
  readonly at: Span;
}

// ── Patterns: what a declaration, parameter or assignment writes to ─────────

export type Pattern =
  | { readonly kind: "binding"; readonly binding: number; readonly at: Span }
  | {
      readonly kind: "object";
      readonly fields: readonly {
        readonly key?: string;
        readonly computed?: Expression;
        readonly pattern: Pattern;
        readonly default?: Expression;
      }[];
      readonly rest?: Pattern;
      readonly at: Span;
    }
  | {
      readonly kind: "array";
      readonly items: readonly ({ readonly pattern: Pattern; readonly default?: Expression } | null)[];
      readonly rest?: Pattern;
      readonly at: Span;
    }
  /** A parameter with a default value. */
  | { readonly kind: "default"; readonly pattern: Pattern; readonly value: Expression; readonly at: Span }
  /** An assignment to a member or element. */
  | { readonly kind: "place"; readonly place: Expression; readonly at: Span };

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
