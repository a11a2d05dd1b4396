/**
 * Operators: binary chains, assignments, unary ones.
 *
 * A chain `a + b + c …` nests to the left as deep as it is long; it is read in a loop.
 */
import type ts from "typescript";
import { readExportsAssignment } from "./commonjs.ts";
import { expression } from "./expressions.ts";
import type { Expression, LiteralExpression } from "./file-facts.ts";
import { namedExpression } from "./functions.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { assignmentTarget } from "./patterns.ts";
import { markPatternReassigned, markReassigned } from "./scope.ts";
import { textLiteral } from "./secrets.ts";
import { compact, spanOf, type Walk } from "./walk.ts";

/** Longer chains are kept as balanced trees where that means the same, else as `unknown`. */
const LONGEST_CHAIN = 100;

const associative: ReadonlySet<string> = new Set(["+", "*", "&&", "||", "??", ",", "&", "|", "^"]);

/** Operators whose one side names a literal on the other. */
const naming: ReadonlySet<string> = new Set(["===", "!==", "||", "??"]);

export function readBinary(walk: Walk, node: ts.BinaryExpression): Expression {
  if (isAssignment(walk, node.operatorToken.kind)) return readAssignment(walk, node);

  if (node.left.kind !== walk.kinds.BinaryExpression && !isText(walk, node.right)) {
    // Two operands are nearly all there is.
    const operator = walk.syntax.operators[node.operatorToken.kind] ?? "?";
    const operands = [node.left, node.right];
    const operators = [operator];
    return join(operator, operand(walk, operands, operators, 0), operand(walk, operands, operators, 1));
  }

  const operands: ts.Node[] = [];
  const operators: string[] = [];
  let left: ts.Node = node;
  while (left.kind === walk.kinds.BinaryExpression) {
    const { operatorToken, right } = left as ts.BinaryExpression;
    if (isAssignment(walk, operatorToken.kind)) break;
    operands.push(right);
    operators.push(walk.syntax.operators[operatorToken.kind] ?? "?");
    left = (left as ts.BinaryExpression).left;
  }
  operands.push(left);
  operands.reverse();
  operators.reverse();
  return chain(walk, operands, operators);
}

/** `operands[0] operators[0] operands[1] operators[1] …`, all binding to the left. */
function chain(walk: Walk, operands: readonly ts.Node[], operators: readonly string[]): Expression {
  const values: Expression[] = [];
  const between: string[] = [];
  for (let index = 0; index < operands.length; ) {
    if (index > 0) between.push(operators[index - 1]!);
    const folded = foldableTexts(walk, operands, operators, index);
    values.push(
      folded > 1 ? foldTexts(walk, operands.slice(index, index + folded)) : operand(walk, operands, operators, index),
    );
    index += folded;
  }
  if (values.length <= LONGEST_CHAIN) {
    let result = values[0]!;
    for (let index = 1; index < values.length; index++) result = join(between[index - 1]!, result, values[index]!);
    return result;
  }
  const operator = between[0]!;
  if (associative.has(operator) && between.every((other) => other === operator)) {
    return balanced(operator, values, 0, values.length);
  }
  return { kind: "unknown", parts: compact(values), at: [values[0]!.at[0], values.at(-1)!.at[1]] };
}

function balanced(operator: string, values: readonly Expression[], from: number, to: number): Expression {
  if (to - from === 1) return values[from]!;
  const middle = (from + to) >> 1;
  return join(operator, balanced(operator, values, from, middle), balanced(operator, values, middle, to));
}

function join(operator: string, left: Expression, right: Expression): Expression {
  const at = [left.at[0], right.at[1]] as const;
  return operator === "&&" || operator === "||" || operator === "??"
    ? { kind: "logical", operator, left, right, at }
    : { kind: "binary", operator, left, right, at };
}

function operand(walk: Walk, operands: readonly ts.Node[], operators: readonly string[], index: number): Expression {
  const before = operators[index - 1];
  const after = operators[index];
  const partner =
    before !== undefined && naming.has(before)
      ? operands[index - 1]
      : after === "===" || after === "!=="
        ? operands[index + 1]
        : undefined;
  if (partner === undefined) return expression(walk, operands[index]!);
  pushNamer(walk, partner);
  const value = expression(walk, operands[index]!);
  popNamer(walk);
  return value;
}

/** How many operands from here on are texts added to each other: at least 1, the operand itself. */
function foldableTexts(walk: Walk, operands: readonly ts.Node[], operators: readonly string[], from: number): number {
  if (!isText(walk, operands[from]!) || (from > 0 && operators[from - 1] !== "+")) return 1;
  let end = from + 1;
  while (end < operands.length && operators[end - 1] === "+" && isText(walk, operands[end]!)) end++;
  return end - from;
}

/** `"sk_" + "live_…"` is one literal: a secret does not hide in two halves. */
function foldTexts(walk: Walk, nodes: readonly ts.Node[]): LiteralExpression {
  const value = nodes.map((node) => (node as ts.StringLiteral).text).join("");
  return textLiteral(walk, value, [spanOf(walk, nodes[0]!)[0], nodes.at(-1)!.end]);
}

function isText(walk: Walk, node: ts.Node): boolean {
  return node.kind === walk.kinds.StringLiteral || node.kind === walk.kinds.NoSubstitutionTemplateLiteral;
}

function isAssignment(walk: Walk, kind: number): boolean {
  return kind >= walk.kinds.FirstAssignment && kind <= walk.kinds.LastAssignment;
}

function readAssignment(walk: Walk, node: ts.BinaryExpression): Expression {
  const target = assignmentTarget(walk, node.left);
  markPatternReassigned(walk, target);
  pushNamer(walk, node.left);
  const value = namedExpression(walk, node.right, node.left);
  popNamer(walk);
  const operator = walk.syntax.operators[node.operatorToken.kind] ?? "=";
  if (operator === "=" && walk.owner === 0) readExportsAssignment(walk, target, value, spanOf(walk, node));
  return { kind: "assign", operator, target, value, at: spanOf(walk, node) };
}

export function readPrefix(walk: Walk, node: ts.PrefixUnaryExpression): Expression {
  const at = spanOf(walk, node);
  const value = expression(walk, node.operand);
  const operator = walk.syntax.operators[node.operator] ?? "?";
  if (operator === "-" && value.kind === "literal" && typeof value.value === "number") {
    return { kind: "literal", value: -value.value, at };
  }
  markChanged(walk, operator, value);
  return { kind: "unary", operator, value, at };
}

export function readPostfix(walk: Walk, node: ts.PostfixUnaryExpression): Expression {
  const value = expression(walk, node.operand);
  const operator = walk.syntax.operators[node.operator] ?? "?";
  markChanged(walk, operator, value);
  return { kind: "unary", operator, value, at: spanOf(walk, node) };
}

function markChanged(walk: Walk, operator: string, value: Expression): void {
  if (value.kind === "name" && (operator === "++" || operator === "--")) markReassigned(walk, value.binding);
}

export function readDelete(walk: Walk, node: ts.DeleteExpression): Expression {
  return { kind: "unary", operator: "delete", value: expression(walk, node.expression), at: spanOf(walk, node) };
}

export function readTypeof(walk: Walk, node: ts.TypeOfExpression): Expression {
  return { kind: "unary", operator: "typeof", value: expression(walk, node.expression), at: spanOf(walk, node) };
}

/** `void 0` is `undefined`. */
export function readVoid(walk: Walk, node: ts.VoidExpression): Expression {
  const at = spanOf(walk, node);
  if (node.expression.kind === walk.kinds.NumericLiteral) return { kind: "undefined", at };
  return { kind: "unary", operator: "void", value: expression(walk, node.expression), at };
}
