/** The expressions and statements inside an expression or a statement: for every walk over facts. */
import type { Expression, Statement } from "./file-facts.ts";

/** Expressions directly inside; what an assignment writes to and the bodies of functions are left out. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "template":
      return expression.tag ? [expression.tag, ...expression.values] : expression.values;
    case "member":
      return [expression.object];
    case "index":
      return [expression.object, expression.index];
    case "call":
      return [expression.callee, ...expression.arguments];
    case "object":
      return expression.fields.flatMap((field) => (field.computed ? [field.computed, field.value] : [field.value]));
    case "array":
      return expression.items;
    case "spread":
    case "await":
    case "unary":
    case "cast":
    case "assign":
      return [expression.value];
    case "yield":
      return expression.value ? [expression.value] : [];
    case "conditional":
      return [expression.test, expression.yes, expression.no];
    case "logical":
    case "binary":
      return [expression.left, expression.right];
    case "jsx":
    case "unknown":
      return expression.parts;
    default:
      return [];
  }
}

/** The expressions that a statement evaluates itself; what its pattern holds and the statements inside are left out. */
export function valuesOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "declare":
    case "return":
      return statement.value ? [statement.value] : [];
    case "expression":
    case "throw":
      return [statement.value];
    case "if":
      return [statement.test];
    case "loop":
      return [statement.over, statement.test].filter((value) => value !== undefined);
    case "switch":
      return [statement.on, ...statement.cases.flatMap(({ test }) => test ?? [])];
    default:
      return [];
  }
}

/** The lists of statements directly inside a statement. */
export function listsOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
      return [statement.then, statement.otherwise];
    case "loop":
      return [statement.before, statement.body];
    case "switch":
      return statement.cases.map(({ body }) => body);
    case "try":
      return [statement.body, statement.handler ?? [], statement.finally];
    default:
      return [];
  }
}
