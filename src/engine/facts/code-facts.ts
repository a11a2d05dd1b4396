/** Code as plain data: statements, expressions and what they write to, in a small language of our own. */
import type { TypeReference } from "./file-facts.ts";

/** Start and end offset in UTF-16 code units, end exclusive. */
export type Span = readonly [start: number, end: number];

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
