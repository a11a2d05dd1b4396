/** Object literals and property names. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { Expression, Field, ObjectExpression } from "./file-facts.ts";
import { functionFacts, namedExpression } from "./functions.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { maskedText } from "./secrets.ts";
import { identifierText } from "./syntax.ts";
import { type Draft, spanOf, type Walk } from "./walk.ts";

export function readObject(walk: Walk, node: ts.ObjectLiteralExpression): ObjectExpression {
  const { properties } = node;
  const fields = new Array<Field>(properties.length);
  for (let index = 0; index < properties.length; index++) fields[index] = readField(walk, properties[index]!);
  return { kind: "object", fields, at: spanOf(walk, node) };
}

function readField(walk: Walk, property: ts.ObjectLiteralElementLike): Field {
  const { kinds } = walk;
  const at = spanOf(walk, property);
  switch (property.kind as number) {
    case kinds.SpreadAssignment: {
      const { expression: value } = property as ts.SpreadAssignment;
      return { value: expression(walk, value), spread: true, at };
    }
    case kinds.ShorthandPropertyAssignment: {
      const { name } = property as ts.ShorthandPropertyAssignment;
      return { key: identifierText(name), value: expression(walk, name), at };
    }
    case kinds.PropertyAssignment: {
      const { name, initializer } = property as ts.PropertyAssignment;
      const key = propertyKey(walk, name);
      pushNamer(walk, property);
      const value = namedExpression(walk, initializer, name);
      popNamer(walk);
      return field(key, value, at);
    }
    default: {
      const method = property as ts.MethodDeclaration | ts.AccessorDeclaration;
      const key = propertyKey(walk, method.name);
      const kind =
        method.kind === kinds.GetAccessor ? "getter" : method.kind === kinds.SetAccessor ? "setter" : "method";
      const value: Expression = { kind: "function", function: functionFacts(walk, method, kind, method.name), at };
      const result: Draft<Field> = field(key, value, at);
      if (kind !== "method") result.accessor = kind === "getter" ? "get" : "set";
      return result;
    }
  }
}

function field(key: string | Expression, value: Expression, at: Field["at"]): Field {
  return typeof key === "string" ? { key, value, at } : { computed: key, value, at };
}

/** The key of a property where it is literal, else the expression in the brackets. */
export function propertyKey(walk: Walk, name: ts.PropertyName): string | Expression {
  const { kinds } = walk;
  switch (name.kind as number) {
    case kinds.Identifier:
    case kinds.PrivateIdentifier:
      return identifierText(name as ts.Identifier);
    case kinds.NumericLiteral:
      return (name as ts.NumericLiteral).text;
    case kinds.ComputedPropertyName: {
      const inner = (name as ts.ComputedPropertyName).expression;
      if (inner.kind === kinds.StringLiteral || inner.kind === kinds.NoSubstitutionTemplateLiteral) {
        return maskedText(walk, (inner as ts.StringLiteral).text, spanOf(walk, inner));
      }
      return inner.kind === kinds.NumericLiteral ? (inner as ts.NumericLiteral).text : expression(walk, inner);
    }
  }
  return maskedText(walk, (name as ts.StringLiteral).text, spanOf(walk, name));
}

/** The name of a member: its key, or the text in the brackets with them: `[Symbol.iterator]`. */
export function memberName(walk: Walk, name: ts.PropertyName): string {
  if (name.kind !== walk.kinds.ComputedPropertyName) return propertyKey(walk, name) as string;
  const key = propertyKey(walk, name);
  if (typeof key === "string") return key;
  const text = walk.text.slice(key.at[0], key.at[1]);
  return text.length <= 60 ? `[${text}]` : "[…]";
}
