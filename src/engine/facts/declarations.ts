/** Declarations only TypeScript has and that exist at run time: enums, namespaces, `import x = …`. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { Expression, Field, Span, Statement } from "./file-facts.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { memberName } from "./objects.ts";
import { declareStatements, hoistVars, isDeclared, lookup, openScope } from "./scope.ts";
import { readStatements } from "./statements.ts";
import { identifierText } from "./syntax.ts";
import { compact, hasModifier, NOTHING, returnTo, spanOf, standpoint, type Walk } from "./walk.ts";

/** An enum is a binding with members, and a variable that holds them as an object. */
export function readEnum(walk: Walk, node: ts.EnumDeclaration, out: Statement[]): void {
  if (isDeclared(walk, node)) return;
  const index = lookup(walk, identifierText(node.name));
  const binding = walk.bindings[index];
  if (!binding) return;

  const fields: Field[] = [];
  let next: number | undefined = 0;
  pushNamer(walk, node);
  for (const member of node.members) {
    const at = spanOf(walk, member);
    pushNamer(walk, member);
    const value: Expression = member.initializer ? expression(walk, member.initializer) : counted(next, at);
    popNamer(walk);
    next = value.kind === "literal" && typeof value.value === "number" ? value.value + 1 : undefined;
    fields.push({ key: memberName(walk, member.name), value, at });
  }
  popNamer(walk);
  binding.members = binding.members ? [...binding.members, ...fields] : compact(fields);
  declareObject(walk, index, binding.members, node, out);
}

function counted(value: number | undefined, at: Span): Expression {
  return value === undefined ? { kind: "unknown", parts: NOTHING, at } : { kind: "literal", value, at };
}

function declareObject(walk: Walk, binding: number, fields: readonly Field[], node: ts.Node, out: Statement[]): void {
  const at = spanOf(walk, node);
  const pattern = { kind: "binding", binding, at: spanOf(walk, (node as ts.EnumDeclaration).name) } as const;
  out.push({ kind: "declare", pattern, value: { kind: "object", fields, at }, at });
}

/** A namespace's body runs where it stands; then its exports are an object under its name. */
export function readModule(walk: Walk, node: ts.ModuleDeclaration, out: Statement[]): void {
  if (isDeclared(walk, node) || node.name.kind !== walk.kinds.Identifier || !node.body) return;
  const index = lookup(walk, identifierText(node.name as ts.Identifier));
  if (index < 0) return;
  const point = standpoint(walk);
  openScope(walk);
  const statements =
    node.body.kind === walk.kinds.ModuleBlock ? (node.body as ts.ModuleBlock).statements : [node.body as ts.Statement];
  declareStatements(walk, statements);
  hoistVars(walk, statements);
  readStatements(walk, statements, out);
  const fields = exportedFields(walk, node, statements);
  returnTo(walk, point);
  if (walk.bindings[index]?.kind === "namespace") declareObject(walk, index, fields, node, out);
}

function exportedFields(walk: Walk, node: ts.ModuleDeclaration, statements: readonly ts.Statement[]): readonly Field[] {
  const { kinds } = walk;
  const fields: Field[] = [];
  const inner = node.body?.kind !== kinds.ModuleBlock; // `namespace a.b`: b is exported without saying so
  for (const statement of statements) {
    const names: ts.Node[] = [];
    if (!inner && !hasModifier(statement, kinds.ExportKeyword)) continue;
    if (statement.kind === kinds.VariableStatement) {
      for (const { name } of (statement as ts.VariableStatement).declarationList.declarations) names.push(name);
    } else {
      const { name } = statement as ts.DeclarationStatement;
      if (name) names.push(name);
    }
    for (const name of names) {
      if (name.kind !== kinds.Identifier) continue;
      const key = identifierText(name as ts.Identifier);
      const binding = lookup(walk, key);
      const at = spanOf(walk, name);
      if (binding >= 0) fields.push({ key, value: { kind: "name", name: key, binding, at }, at });
    }
  }
  return compact(fields);
}

/** `import x = require("y")` and `import x = a.b` are constants. */
export function readImportEquals(walk: Walk, node: ts.ImportEqualsDeclaration, out: Statement[]): void {
  if (node.isTypeOnly) return;
  const binding = lookup(walk, identifierText(node.name));
  const at = spanOf(walk, node);
  const value = importedValue(walk, node.moduleReference, spanOf(walk, node.moduleReference));
  if (binding < 0 || !value) return;
  out.push({ kind: "declare", pattern: { kind: "binding", binding, at: spanOf(walk, node.name) }, value, at });
}

function importedValue(walk: Walk, reference: ts.ModuleReference, at: Span): Expression | undefined {
  if (reference.kind === walk.kinds.ExternalModuleReference) {
    const { expression: specifier } = reference as ts.ExternalModuleReference;
    if (specifier.kind !== walk.kinds.StringLiteral) return undefined;
    return { kind: "module", module: (specifier as ts.StringLiteral).text, dynamic: false, at };
  }
  return entity(walk, reference as ts.EntityName);
}

function entity(walk: Walk, node: ts.EntityName): Expression {
  const at = spanOf(walk, node);
  if (node.kind === walk.kinds.QualifiedName) {
    const { left, right } = node as ts.QualifiedName;
    return { kind: "member", object: entity(walk, left), name: identifierText(right), at };
  }
  const name = identifierText(node as ts.Identifier);
  return { kind: "name", name, binding: lookup(walk, name), at };
}
