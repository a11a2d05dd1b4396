/** Questions about facts that readers of models ask: object fields, chains of calls, literal texts, declared names. */

import type {
  CallExpression,
  ClassFacts,
  Expression,
  Field,
  FileFacts,
  ObjectExpression,
  Statement,
} from "../facts/file-facts.ts";
import { spelledApart } from "../vocabulary/spelled-apart.ts";

/** A literal text, or a template without values. */
export function textOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "literal" && typeof expression.value === "string") return expression.value;
  return expression?.kind === "template" && expression.values.length === 0 ? expression.texts[0] : undefined;
}

export function isTrue(expression: Expression | undefined): boolean {
  return expression?.kind === "literal" && expression.value === true;
}

/** Texts of an array, or of one text. */
export function textsOf(expression: Expression | undefined): readonly string[] {
  if (expression?.kind === "array") return expression.items.flatMap((item) => textOf(item) ?? []);
  const text = textOf(expression);
  return text === undefined ? [] : [text];
}

export function fieldOf(expression: Expression | undefined, key: string): Expression | undefined {
  return objectOf(expression)?.fields.findLast((field) => field.key === key && !field.spread)?.value;
}

/** An object, casts looked through. */
export function objectOf(expression: Expression | undefined): ObjectExpression | undefined {
  if (expression?.kind === "cast") return objectOf(expression.value);
  return expression?.kind === "object" ? expression : undefined;
}

export interface Named extends Field {
  readonly key: string;
}

/** Fields with a literal key. */
export function namedFields(expression: Expression | undefined): readonly Named[] {
  return (objectOf(expression)?.fields ?? []).filter(
    (field): field is Named => field.key !== undefined && !field.spread,
  );
}

export interface Link {
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `uuid("id").primaryKey().defaultRandom()` as its calls, first to last; empty where it is no call. */
export function chainOf(expression: Expression | undefined): readonly Link[] {
  const links: Link[] = [];
  for (let current = expression; current; ) {
    if (current.kind === "cast" || current.kind === "await") current = current.value;
    else if (current.kind === "call") {
      links.push({ name: nameOf(current.callee) ?? "", arguments: current.arguments });
      current =
        current.callee.kind === "member"
          ? current.callee.object
          : current.callee.kind === "call"
            ? current.callee
            : undefined;
    } else if (current.kind === "member") current = current.object;
    else break;
  }
  return links.reverse();
}

/** Last name of `a.b.c`, `a`. */
export function nameOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "name" || expression?.kind === "member") return expression.name;
  return undefined;
}

/** `() => users.id`, `() => User`, `(user) => user.orders`: what the function gives. */
export function givenBy(expression: Expression | undefined, facts: FileFacts): Expression | undefined {
  if (expression?.kind !== "function") return expression;
  const last = facts.functions[expression.function]?.body.at(-1);
  return last?.kind === "return" ? last.value : undefined;
}

export interface Declared {
  readonly name: string;
  readonly value: Expression;
  readonly binding: number;
  readonly at: readonly [number, number];
}

/** Variables of the module with a value. */
export function declaredIn(facts: FileFacts): readonly Declared[] {
  return (facts.functions[0]?.body ?? []).flatMap((statement): readonly Declared[] => {
    if (statement.kind !== "declare" || statement.pattern.kind !== "binding" || !statement.value) return [];
    const { binding } = statement.pattern;
    const name = facts.bindings[binding]?.name;
    return name === undefined ? [] : [{ name, value: statement.value, binding, at: statement.pattern.at }];
  });
}

/** Every call that stands as a statement of its own, anywhere in the file. */
export function callStatements(facts: FileFacts): readonly CallExpression[] {
  const found: CallExpression[] = [];
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const value = statement.kind === "expression" || statement.kind === "return" ? statement.value : undefined;
      const called = value?.kind === "await" ? value.value : value;
      if (called?.kind === "call") found.push(called);
      if (statement.kind === "if") {
        visit(statement.then);
        visit(statement.otherwise);
      } else if (statement.kind === "try" || statement.kind === "loop") {
        visit(statement.body);
      }
    }
  };
  for (const one of facts.functions) visit(one.body);
  return found;
}

/** A decorator's name and arguments: `@Column({ unique: true })`, `@Column`. */
export function decorator(
  decorators: readonly Expression[],
  ...names: readonly string[]
): { readonly name: string; readonly arguments: readonly Expression[] } | undefined {
  return decoratorsNamed(decorators, ...names)[0];
}

export function decoratorsNamed(
  decorators: readonly Expression[],
  ...names: readonly string[]
): readonly { readonly name: string; readonly arguments: readonly Expression[] }[] {
  return decorators.flatMap((expression) => {
    const call = expression.kind === "call" ? expression : undefined;
    const name = nameOf(call ? call.callee : expression);
    return name !== undefined && names.includes(name) ? [{ name, arguments: call?.arguments ?? [] }] : [];
  });
}

/** Fields of a class that are not static. */
export function fieldsOf(one: ClassFacts): ClassFacts["members"] {
  return one.members.filter((member) => !member.static && (member.kind === "field" || member.kind === "getter"));
}

/** `userId` as `user_id`. */
export function snakeCase(name: string): string {
  return spelledApart(name).toLowerCase();
}

/** Specifiers a file imports from. */
export function imports(facts: FileFacts, pattern: RegExp): boolean {
  return facts.imports.some(({ module }) => pattern.test(module));
}
