/** Calls, constructions, and the calls that load modules. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { CallExpression, Expression } from "./file-facts.ts";
import { popNamer, pushArgument } from "./literal-names.ts";
import { lookup } from "./scope.ts";
import { typeReferences } from "./types.ts";
import { type Draft, NOTHING, spanOf, type Walk } from "./walk.ts";

export function readCall(walk: Walk, node: ts.CallExpression): Expression {
  const loaded = loadedModule(walk, node);
  if (loaded) return loaded;

  const dynamic = node.expression.kind === walk.kinds.ImportKeyword;
  const call: Draft<CallExpression> = {
    kind: "call",
    callee: dynamic
      ? { kind: "name", name: "import", binding: -1, at: spanOf(walk, node.expression) }
      : expression(walk, node.expression),
    arguments: callArguments(walk, node),
    new: false,
    at: spanOf(walk, node),
  };
  if (node.questionDotToken) call.optional = true;
  if (node.typeArguments) call.types = typeReferences(walk, node.typeArguments);
  return call;
}

export function readNew(walk: Walk, node: ts.NewExpression): Expression {
  const call: Draft<CallExpression> = {
    kind: "call",
    callee: expression(walk, node.expression),
    arguments: callArguments(walk, node),
    new: true,
    at: spanOf(walk, node),
  };
  if (node.typeArguments) call.types = typeReferences(walk, node.typeArguments);
  return call;
}

function callArguments(walk: Walk, node: ts.CallExpression | ts.NewExpression): readonly Expression[] {
  const nodes = node.arguments;
  if (nodes === undefined || nodes.length === 0) return NOTHING;
  if (nodes.length === 1) return [argument(walk, node, nodes, 0)];
  const result = new Array<Expression>(nodes.length);
  for (let index = 0; index < nodes.length; index++) result[index] = argument(walk, node, nodes, index);
  return result;
}

function argument(walk: Walk, call: ts.Node, nodes: readonly ts.Node[], index: number): Expression {
  pushArgument(walk, call, index);
  const value = expression(walk, nodes[index]!);
  popNamer(walk);
  return value;
}

/** https://nodejs.org/api/module.html#modulecreaterequirefilename */
const MADE_BY_NODE = /\brequire\s*=\s*(?:\w+\.)?createRequire\s*\(/;

/** `require("x")`, unless the file binds `require` itself (but by `createRequire`), and `import("x")`. */
function loadedModule(walk: Walk, node: ts.CallExpression): Expression | undefined {
  const { kinds } = walk;
  const callee = node.expression;
  const dynamic = callee.kind === kinds.ImportKeyword;
  if (!dynamic && (callee.kind !== kinds.Identifier || (callee as ts.Identifier).escapedText !== "require"))
    return undefined;
  const specifier = node.arguments[0];
  if (specifier === undefined) return undefined;
  if (specifier.kind !== kinds.StringLiteral && specifier.kind !== kinds.NoSubstitutionTemplateLiteral)
    return undefined;
  if (!dynamic && lookup(walk, "require") >= 0 && !MADE_BY_NODE.test(walk.text)) return undefined;
  return { kind: "module", module: (specifier as ts.StringLiteral).text, dynamic, at: spanOf(walk, node) };
}
