/** Expressions: names, members and everything small. Calls, literals, objects and operators have their own files. */
import type ts from "typescript";
import type { Expression, MemberExpression, NameExpression } from "./file-facts.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { lookup } from "./scope.ts";
import { maskedIndex } from "./secrets.ts";
import { identifierText, startOf } from "./syntax.ts";
import { typeReference } from "./types.ts";
import { compact, DEEPEST, type Draft, NOTHING, spanOf, type Walk } from "./walk.ts";

/** Reads any expression. What the language of facts has no word for is `unknown`, with the expressions inside it. */
export function expression(walk: Walk, node: ts.Node): Expression {
  const read = walk.readers.expressions[node.kind];
  if (read === undefined) return unknown(walk, node);
  if (walk.depth >= DEEPEST) return { kind: "unknown", parts: NOTHING, at: spanOf(walk, node) };
  walk.depth++;
  const result = read(walk, node);
  walk.depth--;
  return result;
}

export function expressions(walk: Walk, nodes: readonly ts.Node[]): readonly Expression[] {
  if (nodes.length === 0) return NOTHING;
  if (nodes.length === 1) return [expression(walk, nodes[0]!)];
  const result = new Array<Expression>(nodes.length);
  for (let index = 0; index < nodes.length; index++) result[index] = expression(walk, nodes[index]!);
  return result;
}

function unknown(walk: Walk, node: ts.Node): Expression {
  const { expressions: readers } = walk.readers;
  const parts: Expression[] = [];
  if (walk.kinds.OmittedExpression === node.kind) return { kind: "undefined", at: spanOf(walk, node) };
  walk.typescript.forEachChild(node, (child) => {
    if (readers[child.kind] !== undefined) parts.push(expression(walk, child));
  });
  return { kind: "unknown", parts: compact(parts), at: spanOf(walk, node) };
}

export function readIdentifier(walk: Walk, node: ts.Identifier): Expression {
  const name = identifierText(node);
  const binding = lookup(walk, name);
  const at = spanOf(walk, node);
  if (binding < 0 && name === "undefined") return { kind: "undefined", at };
  return { kind: "name", name, binding, at };
}

export function readMember(walk: Walk, node: ts.PropertyAccessExpression): Expression {
  return member(walk, node, identifierText(node.name));
}

/** `a["b"]` is the member `b`. */
export function readElementAccess(walk: Walk, node: ts.ElementAccessExpression): Expression {
  const { kinds } = walk;
  const index = node.argumentExpression;
  if (index.kind === kinds.StringLiteral || index.kind === kinds.NoSubstitutionTemplateLiteral) {
    const at = spanOf(walk, index);
    return member(walk, node, maskedIndex(walk, (index as ts.StringLiteral).text, at));
  }
  const object = expression(walk, node.expression);
  return { kind: "index", object, index: expression(walk, index), at: [object.at[0], node.end] };
}

function member(walk: Walk, node: ts.PropertyAccessExpression | ts.ElementAccessExpression, name: string): Expression {
  const object = expression(walk, node.expression);
  const result: Draft<MemberExpression> = { kind: "member", object, name, at: spanOf(walk, node) };
  if (node.questionDotToken) result.optional = true;
  return result;
}

/** Parentheses, `x!`, `f<T>`: transparent. */
export function readInner(walk: Walk, node: ts.ParenthesizedExpression): Expression {
  return expression(walk, node.expression);
}

export function readArray(walk: Walk, node: ts.ArrayLiteralExpression): Expression {
  return { kind: "array", items: expressions(walk, node.elements), at: spanOf(walk, node) };
}

export function readSpread(walk: Walk, node: ts.SpreadElement): Expression {
  return { kind: "spread", value: expression(walk, node.expression), at: spanOf(walk, node) };
}

export function readAwait(walk: Walk, node: ts.AwaitExpression): Expression {
  return { kind: "await", value: expression(walk, node.expression), at: spanOf(walk, node) };
}

export function readYield(walk: Walk, node: ts.YieldExpression): Expression {
  const at = spanOf(walk, node);
  return node.expression ? { kind: "yield", value: expression(walk, node.expression), at } : { kind: "yield", at };
}

/** The tested value names the choices: `process.env.KEY ? process.env.KEY : "…"`. */
export function readConditional(walk: Walk, node: ts.ConditionalExpression): Expression {
  const at = spanOf(walk, node);
  const test = expression(walk, node.condition);
  pushNamer(walk, node.condition);
  const yes = expression(walk, node.whenTrue);
  const no = expression(walk, node.whenFalse);
  popNamer(walk);
  return { kind: "conditional", test, yes, no, at };
}

export function readCast(walk: Walk, node: ts.AsExpression): Expression {
  const at = spanOf(walk, node);
  return { kind: "cast", value: expression(walk, node.expression), type: typeReference(walk, node.type), at };
}

export function readThis(walk: Walk, node: ts.Node): Expression {
  return { kind: "this", at: spanOf(walk, node) };
}

export function readSuper(walk: Walk, node: ts.Node): Expression {
  return { kind: "super", at: spanOf(walk, node) };
}

/** `import.meta` and `new.target`, as names of globals. */
export function readMeta(walk: Walk, node: ts.MetaProperty): NameExpression {
  const name = node.keywordToken === walk.kinds.ImportKeyword ? "import.meta" : "new.target";
  return { kind: "name", name, binding: -1, at: [startOf(walk.text, node), node.end] };
}
