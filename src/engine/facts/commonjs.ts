/** CommonJS exports: `module.exports = x`, `exports.a = x`, `module.exports.a = x`, `const api = module.exports; api.a = x` at the top level of a file. */
import type { ExportFact, Expression, Pattern, Span } from "./file-facts.ts";
import type { Draft, Walk } from "./walk.ts";

/** Notes the name if it is one for the exports: `const Write = module.exports`. */
export function readExportsName(walk: Walk, pattern: Pattern, value: Expression): void {
  if (pattern.kind === "binding" && isExports(value)) walk.exportsNames.add(pattern.binding);
}

function isNameOfExports(walk: Walk, expression: Expression): boolean {
  return expression.kind === "name" && walk.exportsNames.has(expression.binding);
}

/** Notes the export if the assignment is one. The assignment itself stays in the module's body. */
export function readExportsAssignment(walk: Walk, target: Pattern, value: Expression, at: Span): void {
  if (target.kind !== "place" || target.place.kind !== "member") return;
  const { object, name } = target.place;
  let exported: string | undefined;
  if (isExports(target.place)) exported = "export=";
  else if (isExports(object) || isNameOfExports(walk, object)) exported = name;
  if (exported === undefined) return;

  const given = assignedValue(value);
  if (given.kind === "undefined") return; // compilers write `exports.a = void 0` ahead of the real assignment
  const fact: Draft<ExportFact> = { name: exported, at };
  if (given.kind === "name" && given.binding >= 0) fact.binding = given.binding;
  else fact.value = given;
  walk.exports.push(fact);
}

/** `exports` or `module.exports`, as the globals of a CommonJS module. */
function isExports(expression: Expression): boolean {
  if (expression.kind === "name") return expression.name === "exports" && expression.binding < 0;
  return (
    expression.kind === "member" &&
    expression.name === "exports" &&
    expression.object.kind === "name" &&
    expression.object.name === "module" &&
    expression.object.binding < 0
  );
}

/** In `module.exports = exports = x` what is assigned is `x`. */
function assignedValue(value: Expression): Expression {
  let result = value;
  while (result.kind === "assign" && result.operator === "=") result = result.value;
  return result;
}
