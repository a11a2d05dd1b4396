/** Imports and exports of ES modules. CommonJS exports are in `commonjs.ts`. */
import type ts from "typescript";
import type { ExportFact, ImportFact, Statement } from "./file-facts.ts";
import { namedExpression } from "./functions.ts";
import { addBinding, lookup, lookupType } from "./scope.ts";
import { identifierText } from "./syntax.ts";
import { hasModifier, spanOf, type Walk } from "./walk.ts";

export function readImport(walk: Walk, node: ts.ImportDeclaration): void {
  if (node.moduleSpecifier.kind !== walk.kinds.StringLiteral) return;
  const module = (node.moduleSpecifier as ts.StringLiteral).text;
  const clause = node.importClause;
  if (!clause) {
    walk.imports.push({ module, name: "", binding: -1, typeOnly: false, at: spanOf(walk, node) });
    return;
  }
  const typeOnly = clause.isTypeOnly;
  const named = clause.namedBindings;
  if (clause.name) addImport(walk, clause.name, { module, name: "default", typeOnly });
  if (!named) return;
  if (named.kind === walk.kinds.NamespaceImport) {
    addImport(walk, (named as ts.NamespaceImport).name, { module, name: "*", typeOnly });
    return;
  }
  const { elements } = named as ts.NamedImports;
  if (elements.length === 0 && !clause.name) {
    walk.imports.push({ module, name: "", binding: -1, typeOnly, at: spanOf(walk, node) });
  }
  for (const { name, propertyName, isTypeOnly } of elements) {
    addImport(walk, name, { module, name: moduleName(propertyName ?? name), typeOnly: typeOnly || isTypeOnly });
  }
}

function addImport(walk: Walk, local: ts.Identifier, what: Omit<ImportFact, "binding" | "at">): void {
  const index = lookup(walk, identifierText(local));
  const binding = walk.bindings[index];
  if (binding?.kind === "import") binding.import = walk.imports.length;
  walk.imports.push({ ...what, binding: index, at: spanOf(walk, local) });
}

/** `export { a as b }`, `export { a } from`, `export * from`, `export * as a from`. */
export function readExportDeclaration(walk: Walk, node: ts.ExportDeclaration): void {
  const { kinds } = walk;
  const { moduleSpecifier: specifier, exportClause: clause } = node;
  const module = specifier?.kind === kinds.StringLiteral ? (specifier as ts.StringLiteral).text : undefined;
  if (!clause) {
    if (module !== undefined) {
      walk.exports.push({ name: "*", from: { module, name: "*" }, at: spanOf(walk, node) });
    }
    return;
  }
  if (clause.kind === kinds.NamespaceExport) {
    const name = moduleName((clause as ts.NamespaceExport).name);
    if (module !== undefined) walk.exports.push({ name, from: { module, name: "*" }, at: spanOf(walk, clause) });
    return;
  }
  for (const element of (clause as ts.NamedExports).elements) {
    const name = moduleName(element.name);
    const source = moduleName(element.propertyName ?? element.name);
    const at = spanOf(walk, element);
    if (module !== undefined) {
      walk.exports.push({ name, from: { module, name: source }, at });
      continue;
    }
    const value = lookup(walk, source);
    const binding = value >= 0 ? value : lookupType(walk, source);
    if (binding >= 0) walk.exports.push({ name, binding, at });
  }
}

/** `export default …` and `export = …`. */
export function readExportAssignment(walk: Walk, node: ts.ExportAssignment, out: Statement[]): void {
  exportValue(walk, node, node.expression, node.isExportEquals ? "export=" : "default", out);
}

/**
 * A name is exported as its binding, a function or class as a value. Any other expression runs when the module loads:
 * it stands in the body, as the declaration of a constant called `default`, and that binding is exported.
 */
function exportValue(walk: Walk, node: ts.Node, given: ts.Node, name: "default" | "export=", out: Statement[]): void {
  const at = spanOf(walk, node);
  const value = namedExpression(walk, given, given);
  if (value.kind === "name" && value.binding >= 0) {
    walk.exports.push({ name, binding: value.binding, at });
  } else if (value.kind === "function") {
    walk.exports.push({ name, value, at });
  } else {
    const binding = addBinding(walk, "default", "const", given);
    walk.exports.push({ name, binding, at });
    out.push({ kind: "declare", pattern: { kind: "binding", binding, at: value.at }, value, at });
  }
}

/** Notes what a statement with an `export` modifier exports. Called after the statement is read. */
export function readExportModifier(
  walk: Walk,
  statement: ts.Node,
  functionsBefore: number,
  classesBefore: number,
): void {
  const { kinds } = walk;
  if (!hasModifier(statement, kinds.ExportKeyword)) return;
  const at = spanOf(walk, statement);
  const isDefault = hasModifier(statement, kinds.DefaultKeyword);
  if (statement.kind === kinds.VariableStatement) {
    for (const { name } of (statement as ts.VariableStatement).declarationList.declarations) exportPattern(walk, name);
    return;
  }
  const { name } = statement as ts.FunctionDeclaration;
  if (!name) {
    if (statement.kind === kinds.FunctionDeclaration && functionsBefore < walk.functions.length) {
      walk.exports.push({ name: "default", value: { kind: "function", function: functionsBefore, at }, at });
    } else if (statement.kind === kinds.ClassDeclaration && classesBefore < walk.classes.length) {
      walk.exports.push({ name: "default", value: { kind: "class", class: classesBefore, at }, at });
    }
    return;
  }
  if (name.kind !== kinds.Identifier) return;
  const text = identifierText(name);
  const isType = statement.kind === kinds.InterfaceDeclaration || statement.kind === kinds.TypeAliasDeclaration;
  const binding = isType ? lookupType(walk, text) : lookup(walk, text);
  if (binding >= 0) walk.exports.push({ name: isDefault ? "default" : text, binding, at });
}

function exportPattern(walk: Walk, name: ts.BindingName): void {
  if (name.kind === walk.kinds.Identifier) {
    const text = identifierText(name as ts.Identifier);
    const binding = lookup(walk, text);
    if (binding >= 0) walk.exports.push({ name: text, binding, at: spanOf(walk, name) });
    return;
  }
  for (const element of (name as ts.BindingPattern).elements) {
    if (element.kind === walk.kinds.BindingElement) exportPattern(walk, (element as ts.BindingElement).name);
  }
}

/**
 * One export per name: of a value and a type under one name the value stays, of overloads the first.
 */
export function withoutRepeats(walk: Walk): ExportFact[] {
  const byName = new Map<string, ExportFact>();
  const result: ExportFact[] = [];
  for (const fact of walk.exports) {
    const earlier = fact.name === "*" ? undefined : byName.get(fact.name);
    if (earlier === undefined) {
      byName.set(fact.name, fact);
      result.push(fact);
    } else if (isType(walk, earlier) && !isType(walk, fact)) {
      byName.set(fact.name, fact);
      result[result.indexOf(earlier)] = fact;
    } else if (!isType(walk, fact) && (fact.value || fact.binding !== earlier.binding)) {
      byName.set(fact.name, fact); // assigned twice: the last wins
      result[result.indexOf(earlier)] = fact;
    }
  }
  return result;
}

function isType(walk: Walk, fact: ExportFact): boolean {
  return fact.binding !== undefined && walk.bindings[fact.binding]?.kind === "type";
}

/** A name in an import or export clause, which may be a text. */
function moduleName(name: ts.ModuleExportName): string {
  return (name as ts.Identifier).escapedText === undefined ? name.text : identifierText(name as ts.Identifier);
}
