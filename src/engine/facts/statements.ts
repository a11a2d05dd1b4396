/** Statements. Blocks are opened into the list they stand in; their names stay apart by binding. */
import type ts from "typescript";
import { readExportsName } from "./commonjs.ts";
import { expression } from "./expressions.ts";
import type { Expression, Pattern, Statement, SwitchCase } from "./file-facts.ts";
import { namedExpression } from "./functions.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { declaredPattern } from "./patterns.ts";
import { declarePattern, declareStatements, isDeclared, markPatternReassigned, openScope } from "./scope.ts";
import { setType, typeReference } from "./types.ts";
import { compact, DEEPEST, type Draft, NOTHING, returnTo, spanOf, standpoint, type Walk } from "./walk.ts";

/** Reads statements whose names are declared already. A crash inside one costs that statement alone. */
export function readStatements(walk: Walk, nodes: readonly ts.Node[], out: Statement[]): void {
  const point = standpoint(walk);
  for (const node of nodes) {
    const length = out.length;
    try {
      readStatement(walk, node, out);
    } catch {
      returnTo(walk, point);
      out.length = length;
    }
  }
}

function readStatement(walk: Walk, node: ts.Node, out: Statement[]): void {
  const read = walk.readers.statements[node.kind];
  if (read === undefined) return;
  if (walk.depth >= DEEPEST) {
    const at = spanOf(walk, node);
    out.push({ kind: "expression", value: { kind: "unknown", parts: NOTHING, at }, at });
    return;
  }
  walk.depth++;
  read(walk, node, out);
  walk.depth--;
}

/** The statements of a block or of a single statement in the place of one, in a scope of their own. */
export function blockStatements(walk: Walk, node: ts.Node | undefined): readonly Statement[] {
  if (node === undefined) return NOTHING;
  const out: Statement[] = [];
  if (node.kind === walk.kinds.Block) readBlock(walk, node as ts.Block, out);
  else readStatement(walk, node, out);
  return compact(out);
}

export function readBlock(walk: Walk, node: ts.Block, out: Statement[]): void {
  const outer = walk.scope;
  openScope(walk);
  declareStatements(walk, node.statements);
  readStatements(walk, node.statements, out);
  walk.scope = outer;
}

export function readVariables(walk: Walk, node: ts.VariableStatement, out: Statement[]): void {
  if (isDeclared(walk, node)) return;
  const { declarations } = node.declarationList;
  readDeclarations(walk, declarations, out, declarations.length === 1 ? node : undefined);
}

/** One `declare` per variable. Where it is the only one of its statement, it has the statement's span. */
export function readDeclarations(
  walk: Walk,
  declarations: readonly ts.VariableDeclaration[],
  out: Statement[],
  statement: ts.Node | undefined,
): void {
  for (const declaration of declarations) {
    const pattern = declaredPattern(walk, declaration.name);
    if (declaration.type) setType(walk, pattern, typeReference(walk, declaration.type));
    const at = spanOf(walk, statement ?? declaration);
    if (!declaration.initializer) {
      out.push({ kind: "declare", pattern, at });
      continue;
    }
    if (isRepeated(walk, pattern, declaration)) markPatternReassigned(walk, pattern);
    pushNamer(walk, declaration);
    const value = namedExpression(walk, declaration.initializer, declaration.name);
    popNamer(walk);
    if (walk.owner === 0) readExportsName(walk, pattern, value);
    out.push({ kind: "declare", pattern, value, at });
  }
}

/** A second `var x = …`, or one over a parameter: the binding began elsewhere. */
function isRepeated(walk: Walk, pattern: Pattern, { name }: ts.VariableDeclaration): boolean {
  return pattern.kind === "binding" && walk.bindings[pattern.binding]?.at[1] !== name.end;
}

export function readExpressionStatement(walk: Walk, node: ts.ExpressionStatement, out: Statement[]): void {
  out.push({ kind: "expression", value: expression(walk, node.expression), at: spanOf(walk, node) });
}

export function readReturn(walk: Walk, node: ts.ReturnStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  out.push(node.expression ? { kind: "return", value: expression(walk, node.expression), at } : { kind: "return", at });
}

export function readThrow(walk: Walk, node: ts.ThrowStatement, out: Statement[]): void {
  out.push({ kind: "throw", value: expression(walk, node.expression), at: spanOf(walk, node) });
}

export function readIf(walk: Walk, node: ts.IfStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  const test = expression(walk, node.expression);
  out.push({
    kind: "if",
    test,
    then: blockStatements(walk, node.thenStatement),
    otherwise: blockStatements(walk, node.elseStatement),
    at,
  });
}

export function readSwitch(walk: Walk, node: ts.SwitchStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  const on = expression(walk, node.expression);
  const outer = walk.scope;
  openScope(walk);
  const { clauses } = node.caseBlock;
  for (const clause of clauses) declareStatements(walk, clause.statements);
  const cases: SwitchCase[] = [];
  for (const clause of clauses) {
    const test = caseTest(walk, node, clause);
    const body: Statement[] = [];
    readStatements(walk, clause.statements, body);
    cases.push(test ? { test, body: compact(body) } : { body: compact(body) });
  }
  walk.scope = outer;
  out.push({ kind: "switch", on, cases: compact(cases), at });
}

function caseTest(walk: Walk, node: ts.SwitchStatement, clause: ts.CaseOrDefaultClause): Expression | undefined {
  if (clause.kind !== walk.kinds.CaseClause) return undefined;
  pushNamer(walk, node.expression);
  const test = expression(walk, (clause as ts.CaseClause).expression);
  popNamer(walk);
  return test;
}

export function readTry(walk: Walk, node: ts.TryStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  const result: Draft<Extract<Statement, { kind: "try" }>> = {
    kind: "try",
    body: blockStatements(walk, node.tryBlock),
    finally: NOTHING,
    at,
  };
  const clause = node.catchClause;
  if (clause) {
    const point = standpoint(walk);
    openScope(walk);
    if (clause.variableDeclaration) {
      declarePattern(walk, clause.variableDeclaration.name, "caught");
      result.caught = declaredPattern(walk, clause.variableDeclaration.name);
    }
    result.handler = blockStatements(walk, clause.block);
    returnTo(walk, point);
  }
  if (node.finallyBlock) result.finally = blockStatements(walk, node.finallyBlock);
  out.push(result);
}

export function readJump(walk: Walk, node: ts.BreakOrContinueStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  out.push({ kind: "jump", to: walk.text.startsWith("break", at[0]) ? "break" : "continue", at });
}

/** Labels are transparent: where a labelled jump goes is not told. */
export function readLabeled(walk: Walk, node: ts.LabeledStatement, out: Statement[]): void {
  readStatement(walk, node.statement, out);
}

/** What names mean inside `with` cannot be told; its body is read as if it were a block. */
export function readWith(walk: Walk, node: ts.WithStatement, out: Statement[]): void {
  const at = spanOf(walk, node);
  const object = expression(walk, node.expression);
  out.push({ kind: "expression", value: { kind: "unknown", parts: [object], at: object.at }, at });
  out.push(...blockStatements(walk, node.statement));
}
