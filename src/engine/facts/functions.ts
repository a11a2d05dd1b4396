/** Functions of every form: parameters, body, and the name they go by. */
import type ts from "typescript";
import { classFacts } from "./classes.ts";
import { expression } from "./expressions.ts";
import type { Expression, FunctionFacts, FunctionKind, Parameter, Statement } from "./file-facts.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { declaredPattern } from "./patterns.ts";
import {
  declare,
  declarePattern,
  declareStatements,
  declareTypeParameters,
  hoistVars,
  lookup,
  openFunctionScope,
  openScope,
} from "./scope.ts";
import { readStatements } from "./statements.ts";
import { identifierText, isWordCharacter } from "./syntax.ts";
import { setType, typeReference } from "./types.ts";
import { compact, type Draft, hasModifier, NOTHING, returnTo, spanOf, standpoint, type Walk } from "./walk.ts";

type FunctionNode = ts.FunctionLikeDeclaration | ts.ClassStaticBlockDeclaration;

export function readFunctionDeclaration(walk: Walk, node: ts.FunctionDeclaration): void {
  if (!node.body) return;
  const index = functionFacts(walk, node, "function", node.name);
  if (!node.name) return;
  const binding = walk.bindings[lookup(walk, identifierText(node.name))];
  if (binding?.kind === "function") binding.function = index;
}

/** A function or arrow expression without a name given by its place. */
export function readFunctionExpression(walk: Walk, node: ts.FunctionExpression | ts.ArrowFunction): Expression {
  return functionExpression(walk, node, undefined);
}

/** An expression that is given a name: `const pay = async () => …` is a function called `pay`. */
export function namedExpression(walk: Walk, node: ts.Node, name: ts.Node): Expression {
  const { kinds } = walk;
  let inner = node;
  while (inner.kind === kinds.ParenthesizedExpression) inner = (inner as ts.ParenthesizedExpression).expression;
  switch (inner.kind as number) {
    case kinds.ArrowFunction:
    case kinds.FunctionExpression:
      return functionExpression(walk, inner as ts.ArrowFunction, lastName(walk, name));
    case kinds.ClassExpression: {
      const node = inner as ts.ClassExpression;
      return { kind: "class", class: classFacts(walk, node, lastName(walk, name)), at: spanOf(walk, node) };
    }
  }
  return expression(walk, node);
}

/** Of `exports.pay` the name is `pay`; a pattern or computed member gives none. */
function lastName(walk: Walk, node: ts.Node): ts.Node | undefined {
  const { kinds } = walk;
  switch (node.kind as number) {
    case kinds.Identifier:
    case kinds.PrivateIdentifier:
    case kinds.StringLiteral:
    case kinds.NumericLiteral:
      return node;
    case kinds.PropertyAccessExpression: {
      const { name, expression: object } = node as ts.PropertyAccessExpression;
      const isModuleExports =
        name.escapedText === "exports" &&
        object.kind === kinds.Identifier &&
        (object as ts.Identifier).escapedText === "module";
      return isModuleExports ? undefined : name;
    }
    case kinds.ElementAccessExpression:
      return lastName(walk, (node as ts.ElementAccessExpression).argumentExpression);
  }
  return undefined;
}

function functionExpression(
  walk: Walk,
  node: ts.FunctionExpression | ts.ArrowFunction,
  given: ts.Node | undefined,
): Expression {
  const own = node.kind === walk.kinds.FunctionExpression ? node.name : undefined;
  const kind = node.kind === walk.kinds.ArrowFunction ? "arrow" : "function";
  const at = spanOf(walk, node);
  if (!own) return { kind: "function", function: functionFacts(walk, node, kind, given), at };

  const point = standpoint(walk);
  openScope(walk);
  const binding = walk.bindings[declare(walk, own as ts.Identifier, "function")]!;
  binding.function = walk.functions.length;
  const index = functionFacts(walk, node, kind, own);
  returnTo(walk, point);
  return { kind: "function", function: index, at };
}

/**
 * Reads a function and gives its index. The index is taken before the body is read: functions count in the order in
 * which they begin.
 */
export function functionFacts(
  walk: Walk,
  node: FunctionNode,
  kind: FunctionKind,
  name: ts.Node | undefined,
  classIndex = -1,
): number {
  const at = spanOf(walk, node);
  const body = node.body;
  const parameters: Parameter[] = [];
  const statements: Statement[] = [];
  const facts: Draft<FunctionFacts> = {
    kind,
    at,
    nameAt: name ? spanOf(walk, name) : firstToken(walk, node, at[0]),
    bodyAt: body ? spanOf(walk, body) : at,
    async: hasModifier(node, walk.kinds.AsyncKeyword),
    generator: (node as ts.FunctionDeclaration).asteriskToken !== undefined,
    parameters: NOTHING,
    body: NOTHING,
    owner: walk.owner,
    short: body !== undefined && body.kind !== walk.kinds.Block,
  };
  const text = name && nameText(walk, name);
  if (text) facts.name = text;
  if (classIndex >= 0) facts.class = classIndex;

  const index = walk.functions.length;
  walk.functions.push(facts);
  const point = standpoint(walk);
  openFunctionScope(walk);
  walk.owner = index;
  walk.namersFrom = walk.namers.length;
  try {
    readSignature(walk, node, facts, parameters);
    if (body) {
      if (name) pushNamer(walk, name);
      readBody(walk, body, facts, statements);
      if (name) popNamer(walk);
    }
  } finally {
    facts.parameters = compact(parameters);
    facts.body = compact(statements);
    returnTo(walk, point);
  }
  return index;
}

function nameText(walk: Walk, name: ts.Node): string {
  const { kinds } = walk;
  if (name.kind === kinds.Identifier || name.kind === kinds.PrivateIdentifier)
    return identifierText(name as ts.Identifier);
  if (name.kind === kinds.ComputedPropertyName) return "";
  return (name as ts.StringLiteral).text;
}

function readSignature(walk: Walk, node: FunctionNode, facts: Draft<FunctionFacts>, out: Parameter[]): void {
  if (node.kind === walk.kinds.ClassStaticBlockDeclaration) return;
  const { parameters, typeParameters, type } = node as ts.FunctionDeclaration;
  declareTypeParameters(walk, typeParameters);
  for (const parameter of parameters) if (!isThis(walk, parameter)) declarePattern(walk, parameter.name, "parameter");
  for (const parameter of parameters) if (!isThis(walk, parameter)) out.push(readParameter(walk, parameter));
  if (type) facts.returnType = typeReference(walk, type);
}

/** `function f(this: Context)` declares a type, not a parameter. */
function isThis(walk: Walk, { name }: ts.ParameterDeclaration): boolean {
  return name.kind === walk.kinds.Identifier && (name as ts.Identifier).escapedText === "this";
}

function readParameter(walk: Walk, node: ts.ParameterDeclaration): Parameter {
  const pattern = declaredPattern(walk, node.name);
  const result: Draft<Parameter> = {
    pattern,
    rest: node.dotDotDotToken !== undefined,
    optional: node.questionToken !== undefined || node.initializer !== undefined,
    decorators: decoratorsOf(walk, node),
  };
  if (node.initializer) {
    pushNamer(walk, node);
    const value = namedExpression(walk, node.initializer, node.name);
    popNamer(walk);
    result.pattern = { kind: "default", pattern, value, at: [pattern.at[0], value.at[1]] };
  }
  if (node.type) {
    result.type = typeReference(walk, node.type);
    setType(walk, pattern, result.type);
  }
  if (isProperty(walk, node)) result.property = identifierText(node.name as ts.Identifier);
  return result;
}

function isProperty(walk: Walk, node: ts.ParameterDeclaration): boolean {
  const { kinds } = walk;
  if (node.modifiers === undefined || node.name.kind !== kinds.Identifier) return false;
  return (
    hasModifier(node, kinds.PrivateKeyword) ||
    hasModifier(node, kinds.PublicKeyword) ||
    hasModifier(node, kinds.ProtectedKeyword) ||
    hasModifier(node, kinds.ReadonlyKeyword) ||
    hasModifier(node, kinds.OverrideKeyword)
  );
}

export function decoratorsOf(walk: Walk, node: ts.Node): readonly Expression[] {
  const { modifiers } = node as ts.MethodDeclaration;
  if (modifiers === undefined) return NOTHING;
  const result: Expression[] = [];
  for (const modifier of modifiers) {
    if (modifier.kind === walk.kinds.Decorator) result.push(expression(walk, (modifier as ts.Decorator).expression));
  }
  return compact(result);
}

function readBody(walk: Walk, body: ts.ConciseBody, facts: Draft<FunctionFacts>, out: Statement[]): void {
  if (body.kind !== walk.kinds.Block) {
    const value = expression(walk, body);
    out.push({ kind: "return", value, at: facts.bodyAt });
    return;
  }
  const { statements } = body as ts.Block;
  declareStatements(walk, statements);
  hoistVars(walk, statements);
  const directives = directivesOf(walk, statements);
  if (directives.length > 0) facts.directives = directives;
  readStatements(walk, directives.length > 0 ? statements.slice(directives.length) : statements, out);
}

/** The texts that open a body as statements of their own: `"use server"`. */
export function directivesOf(walk: Walk, statements: readonly ts.Statement[]): string[] {
  const result: string[] = [];
  for (const statement of statements) {
    if (statement.kind !== walk.kinds.ExpressionStatement) break;
    const { expression: value } = statement as ts.ExpressionStatement;
    if (value.kind !== walk.kinds.StringLiteral) break;
    result.push((value as ts.StringLiteral).text);
  }
  return result;
}

/** `async`, `function`, `(` or the parameter: what stands first. */
function firstToken(walk: Walk, node: FunctionNode, start: number): FunctionFacts["nameAt"] {
  let end = start + 1;
  while (
    end < node.end &&
    isWordCharacter(walk.text.charCodeAt(end - 1)) &&
    isWordCharacter(walk.text.charCodeAt(end))
  ) {
    end++;
  }
  return [start, Math.min(end, node.end)];
}
