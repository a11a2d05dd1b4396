/** The expressions inside an expression: for every walk over facts. */
import type { Expression } from "./file-facts.ts";

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
