/** Patterns: what declarations, parameters and assignments write to. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { Expression, Pattern } from "./file-facts.ts";
import { namedExpression } from "./functions.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { propertyKey } from "./objects.ts";
import { lookup } from "./scope.ts";
import { identifierText } from "./syntax.ts";
import { compact, type Draft, NOTHING, spanOf, type Walk } from "./walk.ts";

type ObjectPattern = Extract<Pattern, { kind: "object" }>;
type ArrayPattern = Extract<Pattern, { kind: "array" }>;

/** The pattern of a declaration. Its names are declared already. */
export function declaredPattern(walk: Walk, name: ts.BindingName): Pattern {
  const { kinds } = walk;
  if (name.kind === kinds.Identifier) {
    const binding = lookup(walk, identifierText(name as ts.Identifier));
    const declared = walk.bindings[binding]?.at;
    return { kind: "binding", binding, at: declared?.[1] === name.end ? declared : spanOf(walk, name) };
  }
  return name.kind === kinds.ObjectBindingPattern
    ? objectBinding(walk, name as ts.ObjectBindingPattern)
    : arrayBinding(walk, name as ts.ArrayBindingPattern);
}

function objectBinding(walk: Walk, node: ts.ObjectBindingPattern): Pattern {
  const fields: ObjectPattern["fields"][number][] = [];
  const result: Draft<ObjectPattern> = { kind: "object", fields: NOTHING, at: spanOf(walk, node) };
  for (const element of node.elements) {
    if (element.dotDotDotToken) result.rest = declaredPattern(walk, element.name);
    else {
      const key = propertyKey(walk, element.propertyName ?? (element.name as ts.Identifier));
      fields.push(objectField(key, declaredPattern(walk, element.name), bindingDefault(walk, element)));
    }
  }
  result.fields = compact(fields);
  return result;
}

function arrayBinding(walk: Walk, node: ts.ArrayBindingPattern): Pattern {
  const items: ArrayPattern["items"][number][] = [];
  const result: Draft<ArrayPattern> = { kind: "array", items: NOTHING, at: spanOf(walk, node) };
  for (const element of node.elements) {
    if (element.kind !== walk.kinds.BindingElement) {
      items.push(null);
      continue;
    }
    const bound = element as ts.BindingElement;
    const pattern = declaredPattern(walk, bound.name);
    if (bound.dotDotDotToken) result.rest = pattern;
    else items.push(withDefault(pattern, bindingDefault(walk, bound)));
  }
  result.items = compact(items);
  return result;
}

function bindingDefault(walk: Walk, element: ts.BindingElement): Expression | undefined {
  if (!element.initializer) return undefined;
  pushNamer(walk, element);
  const value = namedExpression(walk, element.initializer, element.name);
  popNamer(walk);
  return value;
}

function withDefault(pattern: Pattern, value: Expression | undefined): { pattern: Pattern; default?: Expression } {
  return value === undefined ? { pattern } : { pattern, default: value };
}

function objectField(
  key: string | Expression,
  pattern: Pattern,
  value: Expression | undefined,
): ObjectPattern["fields"][number] {
  const target = withDefault(pattern, value);
  return typeof key === "string" ? { key, ...target } : { computed: key, ...target };
}

/** The left side of an assignment, also of `for (x of …)`: names, members, and literals meant as patterns. */
export function assignmentTarget(walk: Walk, node: ts.Node): Pattern {
  const { kinds } = walk;
  switch (node.kind as number) {
    case kinds.ParenthesizedExpression:
    case kinds.NonNullExpression:
    case kinds.AsExpression:
    case kinds.SatisfiesExpression:
    case kinds.TypeAssertionExpression:
      return assignmentTarget(walk, (node as ts.ParenthesizedExpression).expression);
    case kinds.ObjectLiteralExpression:
      return objectTarget(walk, node as ts.ObjectLiteralExpression);
    case kinds.ArrayLiteralExpression:
      return arrayTarget(walk, node as ts.ArrayLiteralExpression);
  }
  const place = expression(walk, node);
  const { at } = place;
  return place.kind === "name" && place.binding >= 0
    ? { kind: "binding", binding: place.binding, at }
    : { kind: "place", place, at };
}

function objectTarget(walk: Walk, node: ts.ObjectLiteralExpression): Pattern {
  const { kinds } = walk;
  const fields: ObjectPattern["fields"][number][] = [];
  const result: Draft<ObjectPattern> = { kind: "object", fields: NOTHING, at: spanOf(walk, node) };
  for (const property of node.properties) {
    if (property.kind === kinds.SpreadAssignment) {
      result.rest = assignmentTarget(walk, (property as ts.SpreadAssignment).expression);
    } else if (property.kind === kinds.ShorthandPropertyAssignment) {
      const { name, objectAssignmentInitializer: initial } = property as ts.ShorthandPropertyAssignment;
      const value = initial && expression(walk, initial);
      fields.push(objectField(identifierText(name), assignmentTarget(walk, name), value));
    } else if (property.kind === kinds.PropertyAssignment) {
      const { name, initializer } = property as ts.PropertyAssignment;
      const [target, initial] = targetAndDefault(walk, initializer);
      const key = propertyKey(walk, name);
      const value = initial && expression(walk, initial);
      fields.push(objectField(key, assignmentTarget(walk, target), value));
    }
  }
  result.fields = compact(fields);
  return result;
}

function arrayTarget(walk: Walk, node: ts.ArrayLiteralExpression): Pattern {
  const { kinds } = walk;
  const items: ArrayPattern["items"][number][] = [];
  const result: Draft<ArrayPattern> = { kind: "array", items: NOTHING, at: spanOf(walk, node) };
  for (const element of node.elements) {
    if (element.kind === kinds.OmittedExpression) {
      items.push(null);
    } else if (element.kind === kinds.SpreadElement) {
      result.rest = assignmentTarget(walk, (element as ts.SpreadElement).expression);
    } else {
      const [target, initial] = targetAndDefault(walk, element);
      items.push(withDefault(assignmentTarget(walk, target), initial && expression(walk, initial)));
    }
  }
  result.items = compact(items);
  return result;
}

/** `a = 1` inside a pattern is a target with a default. */
function targetAndDefault(walk: Walk, node: ts.Node): readonly [ts.Node, ts.Node | undefined] {
  if (node.kind !== walk.kinds.BinaryExpression) return [node, undefined];
  const { left, right, operatorToken } = node as ts.BinaryExpression;
  return operatorToken.kind === walk.kinds.EqualsToken ? [left, right] : [node, undefined];
}
