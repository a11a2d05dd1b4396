/** Walks over expressions and statements of a file's facts, for edits that start from a place. */
import { childrenOf, listsOf, valuesOf } from "../../facts/children.ts";
import type { CallExpression, Expression, FileFacts, Pattern, Span, Statement } from "../../facts/file-facts.ts";

/** The expressions directly inside an expression, those that an assignment writes to included; not the bodies of functions. */
export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind !== "assign") return childrenOf(expression);
  return [...partsOfPattern(expression.target), expression.value];
}

function partsOfPattern(pattern: Pattern): readonly Expression[] {
  switch (pattern.kind) {
    case "object":
      return pattern.fields.flatMap((field) => [
        ...(field.default ? [field.default] : []),
        ...partsOfPattern(field.pattern),
      ]);
    case "array":
      return pattern.items.flatMap((item) =>
        item ? [...(item.default ? [item.default] : []), ...partsOfPattern(item.pattern)] : [],
      );
    case "default":
      return [pattern.value, ...partsOfPattern(pattern.pattern)];
    case "place":
      return [pattern.place];
    default:
      return [];
  }
}

/** The expressions a statement evaluates itself, those of inner statements not included. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  const values = valuesOf(statement);
  return statement.kind === "declare" ? [...partsOfPattern(statement.pattern), ...values] : values;
}

/** Every expression of the file, outer ones first. */
export function* expressionsIn(facts: FileFacts): Generator<Expression> {
  for (const one of facts.functions) {
    for (const parameter of one.parameters) {
      yield* deep(parameter.decorators);
      yield* deep(partsOfPattern(parameter.pattern));
    }
    yield* inStatements(one.body);
  }
  for (const one of facts.classes) {
    yield* deep(one.decorators);
    for (const member of one.members) {
      yield* deep(member.decorators);
      if (member.value) yield* deep([member.value]);
    }
  }
  for (const one of facts.exports) if (one.value) yield* deep([one.value]);
}

/** Every expression in the statements, without the bodies of functions. */
export function* inStatements(statements: readonly Statement[]): Generator<Expression> {
  for (const statement of statements) {
    yield* deep(expressionsOf(statement));
    for (const list of listsOf(statement)) yield* inStatements(list);
  }
}

export function* deep(expressions: readonly Expression[]): Generator<Expression> {
  for (const expression of expressions) {
    yield expression;
    yield* deep(partsOf(expression));
  }
}

/** The call that covers exactly this span. */
export function callAt(facts: FileFacts, at: Span): CallExpression | undefined {
  for (const expression of expressionsIn(facts)) {
    if (expression.kind === "call" && sameSpan(expression.at, at)) return expression;
  }
  return undefined;
}

/** The smallest call with an argument that holds the span: `router.post("/pay", handler)` of its handler. */
export function callAround(
  facts: FileFacts,
  at: Span,
): { readonly call: CallExpression; readonly argument: number } | undefined {
  let best: { call: CallExpression; argument: number } | undefined;
  for (const expression of expressionsIn(facts)) {
    if (expression.kind !== "call" || !holds(expression.at, at)) continue;
    const argument = expression.arguments.findIndex((one) => holds(one.at, at));
    if (argument >= 0 && (!best || size(expression.at) < size(best.call.at))) best = { call: expression, argument };
  }
  return best;
}

/** Index of the innermost function whose body holds the offset; 0, the module, where there is none. */
export function functionAround(facts: FileFacts, offset: number): number {
  let best = 0;
  for (const [index, one] of facts.functions.entries()) {
    if (index === 0 || one.at[0] > offset || one.at[1] < offset) continue;
    if (best === 0 || size(one.at) < size(facts.functions[best]!.at)) best = index;
  }
  return best;
}

/** The statements that hold the offset inside one function, outermost first, each with the list it stands in. */
export function statementsAround(
  body: readonly Statement[],
  offset: number,
): readonly { readonly list: readonly Statement[]; readonly index: number }[] {
  const index = body.findIndex((statement) => statement.at[0] <= offset && offset < statement.at[1]);
  if (index < 0) return [];
  const inner = listsOf(body[index]!)
    .map((list) => statementsAround(list, offset))
    .find((found) => found.length > 0);
  return [{ list: body, index }, ...(inner ?? [])];
}

export function sameSpan(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function holds(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function size(span: Span): number {
  return span[1] - span[0];
}
