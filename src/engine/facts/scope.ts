/**
 * Lexical scopes: which binding a name means.
 *
 * Names are declared before the statements of their block are read, so that a use above the declaration is resolved.
 * Values and types live apart: `const User = z.object(…)` and `type User = z.infer<typeof User>` are two bindings.
 */
import type ts from "typescript";
import type { Binding, BindingKind, Pattern } from "./file-facts.ts";
import { identifierText, startOf } from "./syntax.ts";
import { type Draft, hasModifier, type Walk } from "./walk.ts";

export interface Scope {
  /** Made with the first name: most blocks declare nothing. */
  values: Map<string, number> | undefined;
  /** Interfaces, type aliases and type parameters (-1). Classes, enums and imports are values that are types too. */
  types: Map<string, number> | undefined;
  readonly parent: Scope | undefined;
  /** A function or the module: where `var` goes. */
  readonly holdsVars: boolean;
}

/** Index of the binding a name means here; -1 where it is global. */
export function lookup(walk: Walk, name: string): number {
  for (let scope: Scope | undefined = walk.scope; scope !== undefined; scope = scope.parent) {
    const found = scope.values?.get(name);
    if (found !== undefined) return found;
  }
  return -1;
}

/** The same for a name in a type. */
export function lookupType(walk: Walk, name: string): number {
  for (let scope: Scope | undefined = walk.scope; scope !== undefined; scope = scope.parent) {
    const type = scope.types?.get(name);
    if (type !== undefined) return type;
    const value = scope.values?.get(name);
    if (value !== undefined && typeKinds.has(walk.bindings[value]!.kind)) return value;
  }
  return -1;
}

const typeKinds: ReadonlySet<BindingKind> = new Set(["class", "enum", "import", "namespace"]);

/** Opens a block's scope. Close it by setting `walk.scope` back to its parent. */
export function openScope(walk: Walk): void {
  walk.scope = { values: undefined, types: undefined, parent: walk.scope, holdsVars: false };
}

export function openFunctionScope(walk: Walk): void {
  walk.scope = { values: undefined, types: undefined, parent: walk.scope, holdsVars: true };
}

/** Adds a binding to the current scope, or gives the one that has the name here already. */
export function declare(walk: Walk, name: ts.Identifier, kind: BindingKind): number {
  return declareIn(walk, walk.scope, name, kind);
}

function declareIn(walk: Walk, scope: Scope, name: ts.Identifier, kind: BindingKind): number {
  const text = identifierText(name);
  const isType = kind === "type";
  let names = isType ? scope.types : scope.values;
  if (names === undefined) {
    names = new Map();
    if (isType) scope.types = names;
    else scope.values = names;
  }
  const known = names.get(text);
  if (known !== undefined && known >= 0) {
    // The last function of a name wins; a namespace or enum adds to what is there; `var x` may repeat a parameter.
    const binding = walk.bindings[known]!;
    if (kind === "function" && binding.kind !== "function") binding.kind = kind;
    return known;
  }
  const index = addBinding(walk, text, kind, name);
  names.set(text, index);
  return index;
}

/** A binding without a name in any scope. */
export function addBinding(walk: Walk, name: string, kind: BindingKind, at: ts.Node): number {
  const index = walk.bindings.length;
  walk.bindings.push({ name, kind, at: [startOf(walk.text, at), at.end], owner: walk.owner });
  return index;
}

/** Hides outer types of the same names: what a type parameter is, nobody can say. */
export function declareTypeParameters(
  walk: Walk,
  parameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined,
): void {
  if (parameters === undefined) return;
  walk.scope.types ??= new Map();
  for (const parameter of parameters) walk.scope.types.set(identifierText(parameter.name), -1);
}

/** Declares every name of a pattern in the current scope. */
export function declarePattern(walk: Walk, name: ts.BindingName, kind: BindingKind): void {
  declarePatternIn(walk, walk.scope, name, kind);
}

function declarePatternIn(walk: Walk, scope: Scope, name: ts.BindingName, kind: BindingKind): void {
  if (name.kind === walk.kinds.Identifier) {
    declareIn(walk, scope, name as ts.Identifier, kind);
    return;
  }
  for (const element of (name as ts.BindingPattern).elements) {
    if (element.kind === walk.kinds.BindingElement) {
      declarePatternIn(walk, scope, (element as ts.BindingElement).name, kind);
    }
  }
}

/** Declares what the statements of one block declare, and nothing of the blocks inside. */
export function declareStatements(walk: Walk, statements: readonly ts.Node[]): void {
  const { kinds } = walk;
  for (const statement of statements) {
    switch (statement.kind as number) {
      case kinds.VariableStatement: {
        const { declarationList } = statement as ts.VariableStatement;
        if (!isDeclared(walk, statement)) declareVariables(walk, declarationList);
        break;
      }
      case kinds.FunctionDeclaration: {
        const { name, body } = statement as ts.FunctionDeclaration;
        if (name && body) declare(walk, name, "function");
        break;
      }
      case kinds.ClassDeclaration: {
        const { name } = statement as ts.ClassDeclaration;
        if (name && !isDeclared(walk, statement)) declare(walk, name, "class");
        break;
      }
      case kinds.EnumDeclaration:
        if (!isDeclared(walk, statement)) declare(walk, (statement as ts.EnumDeclaration).name, "enum");
        break;
      case kinds.ModuleDeclaration: {
        const { name } = statement as ts.ModuleDeclaration;
        if (name.kind === kinds.Identifier && !isDeclared(walk, statement)) {
          declare(walk, name as ts.Identifier, "namespace");
        }
        break;
      }
      case kinds.InterfaceDeclaration:
      case kinds.TypeAliasDeclaration:
        declare(walk, (statement as ts.InterfaceDeclaration | ts.TypeAliasDeclaration).name, "type");
        break;
      case kinds.ImportEqualsDeclaration: {
        const { name, isTypeOnly } = statement as ts.ImportEqualsDeclaration;
        declare(walk, name, isTypeOnly ? "type" : "const");
        break;
      }
      case kinds.ImportDeclaration:
        declareImports(walk, statement as ts.ImportDeclaration);
        break;
      case kinds.LabeledStatement:
        declareStatements(walk, [(statement as ts.LabeledStatement).statement]);
        break;
    }
  }
}

/** `let`, `const` and `using` of one list go to the current scope, `var` to the function's. */
export function declareVariables(walk: Walk, list: ts.VariableDeclarationList): void {
  const kind = variableKind(walk, list);
  const scope = kind === "var" ? functionScope(walk) : walk.scope;
  for (const { name } of list.declarations) declarePatternIn(walk, scope, name, kind);
}

function variableKind(walk: Walk, list: ts.VariableDeclarationList): "const" | "let" | "var" {
  const flags = list.flags & walk.syntax.blockScopedFlags;
  return flags === 0 ? "var" : flags === walk.syntax.letFlag ? "let" : "const";
}

function functionScope(walk: Walk): Scope {
  let scope = walk.scope;
  while (!scope.holdsVars && scope.parent !== undefined) scope = scope.parent;
  return scope;
}

function declareImports(walk: Walk, statement: ts.ImportDeclaration): void {
  const clause = statement.importClause;
  if (!clause) return;
  if (clause.name) declare(walk, clause.name, "import");
  const named = clause.namedBindings;
  if (!named) return;
  if (named.kind === walk.kinds.NamespaceImport) declare(walk, (named as ts.NamespaceImport).name, "import");
  else for (const { name } of (named as ts.NamedImports).elements) declare(walk, name, "import");
}

/** Declares the `var`s of nested blocks in the current function's scope. */
export function hoistVars(walk: Walk, statements: readonly ts.Node[]): void {
  if (!walk.hasVar) return;
  for (const statement of statements) hoistVarsOf(walk, statement);
}

function hoistVarsOf(walk: Walk, node: ts.Node | undefined): void {
  if (node === undefined) return;
  const { kinds } = walk;
  switch (node.kind as number) {
    case kinds.VariableStatement:
      if (!isDeclared(walk, node)) hoistVarsOf(walk, (node as ts.VariableStatement).declarationList);
      break;
    case kinds.VariableDeclarationList:
      if (variableKind(walk, node as ts.VariableDeclarationList) === "var") {
        declareVariables(walk, node as ts.VariableDeclarationList);
      }
      break;
    case kinds.Block:
      hoistVars(walk, (node as ts.Block).statements);
      break;
    case kinds.IfStatement: {
      let branch = node as ts.IfStatement;
      hoistVarsOf(walk, branch.thenStatement);
      while (branch.elseStatement?.kind === kinds.IfStatement) {
        branch = branch.elseStatement as ts.IfStatement;
        hoistVarsOf(walk, branch.thenStatement);
      }
      hoistVarsOf(walk, branch.elseStatement);
      break;
    }
    case kinds.ForStatement:
    case kinds.ForInStatement:
    case kinds.ForOfStatement:
      hoistVarsOf(walk, (node as ts.ForStatement | ts.ForOfStatement).initializer);
      hoistVarsOf(walk, (node as ts.IterationStatement).statement);
      break;
    case kinds.WhileStatement:
    case kinds.DoStatement:
    case kinds.LabeledStatement:
    case kinds.WithStatement:
      hoistVarsOf(walk, (node as ts.IterationStatement).statement);
      break;
    case kinds.SwitchStatement:
      for (const clause of (node as ts.SwitchStatement).caseBlock.clauses) hoistVars(walk, clause.statements);
      break;
    case kinds.TryStatement:
      hoistVarsOf(walk, (node as ts.TryStatement).tryBlock);
      hoistVarsOf(walk, (node as ts.TryStatement).catchClause?.block);
      hoistVarsOf(walk, (node as ts.TryStatement).finallyBlock);
      break;
  }
}

/** Marks the binding as assigned after its declaration. */
export function markReassigned(walk: Walk, binding: number): void {
  const found: Draft<Binding> | undefined = walk.bindings[binding];
  if (found) found.reassigned = true;
}

/** The same for every binding a pattern writes to. */
export function markPatternReassigned(walk: Walk, pattern: Pattern): void {
  if (pattern.kind === "binding") {
    markReassigned(walk, pattern.binding);
  } else if (pattern.kind === "default") {
    markPatternReassigned(walk, pattern.pattern);
  } else if (pattern.kind === "object") {
    for (const field of pattern.fields) markPatternReassigned(walk, field.pattern);
    if (pattern.rest) markPatternReassigned(walk, pattern.rest);
  } else if (pattern.kind === "array") {
    for (const item of pattern.items) if (item) markPatternReassigned(walk, item.pattern);
    if (pattern.rest) markPatternReassigned(walk, pattern.rest);
  }
}

/** `declare const x`, `declare module …`: promises about code elsewhere, no code. */
export function isDeclared(walk: Walk, node: ts.Node): boolean {
  return hasModifier(node, walk.kinds.DeclareKeyword);
}
