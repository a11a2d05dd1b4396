/** Loops of all five forms. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { Statement } from "./file-facts.ts";
import { assignmentTarget, declaredPattern } from "./patterns.ts";
import { declareVariables, markPatternReassigned, openScope } from "./scope.ts";
import { blockStatements, readDeclarations } from "./statements.ts";
import { compact, type Draft, NOTHING, spanOf, type Walk } from "./walk.ts";

type Loop = Draft<Extract<Statement, { kind: "loop" }>>;

export function readLoop(walk: Walk, node: ts.IterationStatement, out: Statement[]): void {
  const { kinds } = walk;
  const outer = walk.scope;
  openScope(walk);
  switch (node.kind as number) {
    case kinds.ForOfStatement:
    case kinds.ForInStatement:
      out.push(readForEach(walk, node as ts.ForOfStatement | ts.ForInStatement));
      break;
    case kinds.ForStatement:
      out.push(readFor(walk, node as ts.ForStatement));
      break;
    default: {
      const { expression: test } = node as ts.WhileStatement | ts.DoStatement;
      out.push({
        kind: "loop",
        form: node.kind === kinds.WhileStatement ? "while" : "do",
        test: expression(walk, test),
        before: NOTHING,
        body: blockStatements(walk, node.statement),
        at: spanOf(walk, node),
      });
    }
  }
  walk.scope = outer;
}

/** `for await` awaits what it runs over. */
function readForEach(walk: Walk, node: ts.ForOfStatement | ts.ForInStatement): Loop {
  const { kinds } = walk;
  const at = spanOf(walk, node);
  const over = expression(walk, node.expression);
  const awaits = node.kind === kinds.ForOfStatement && (node as ts.ForOfStatement).awaitModifier !== undefined;
  const loop: Loop = {
    kind: "loop",
    form: node.kind === kinds.ForOfStatement ? "for-of" : "for-in",
    over: awaits ? { kind: "await", value: over, at: over.at } : over,
    before: NOTHING,
    body: NOTHING,
    at,
  };
  if (node.initializer.kind === kinds.VariableDeclarationList) {
    const list = node.initializer as ts.VariableDeclarationList;
    declareVariables(walk, list);
    const name = list.declarations[0]?.name;
    if (name) loop.pattern = declaredPattern(walk, name);
  } else {
    loop.pattern = assignmentTarget(walk, node.initializer);
    markPatternReassigned(walk, loop.pattern);
  }
  loop.body = blockStatements(walk, node.statement);
  return loop;
}

/** The increment is the last statement of the body. */
function readFor(walk: Walk, node: ts.ForStatement): Loop {
  const { initializer, condition, incrementor } = node;
  const before: Statement[] = [];
  if (initializer?.kind === walk.kinds.VariableDeclarationList) {
    const list = initializer as ts.VariableDeclarationList;
    declareVariables(walk, list);
    readDeclarations(walk, list.declarations, before, undefined);
  } else if (initializer) {
    before.push({ kind: "expression", value: expression(walk, initializer), at: spanOf(walk, initializer) });
  }
  const loop: Loop = { kind: "loop", form: "for", before: compact(before), body: NOTHING, at: spanOf(walk, node) };
  if (condition) loop.test = expression(walk, condition);
  loop.body = blockStatements(walk, node.statement);
  if (incrementor) {
    const at = spanOf(walk, incrementor);
    loop.body = [...loop.body, { kind: "expression", value: expression(walk, incrementor), at }];
  }
  return loop;
}
