/** Classes and their members. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { ClassFacts, ClassMember, Expression, Statement, TypeReference } from "./file-facts.ts";
import { decoratorsOf, functionFacts, namedExpression } from "./functions.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { memberName } from "./objects.ts";
import { declare, declareTypeParameters, isDeclared, lookup, openScope } from "./scope.ts";
import { identifierText } from "./syntax.ts";
import { typeReference, typeReferences } from "./types.ts";
import { compact, type Draft, hasModifier, NOTHING, returnTo, spanOf, standpoint, type Walk } from "./walk.ts";

export function readClassStatement(walk: Walk, node: ts.ClassDeclaration, out: Statement[]): void {
  if (isDeclared(walk, node)) return;
  const index = classFacts(walk, node, node.name);
  if (node.name) {
    const binding = walk.bindings[lookup(walk, identifierText(node.name))];
    if (binding?.kind === "class") binding.class = index;
  }
  out.push({ kind: "class", class: index, at: spanOf(walk, node) });
}

export function readClassExpression(walk: Walk, node: ts.ClassExpression): Expression {
  return { kind: "class", class: classFacts(walk, node, undefined), at: spanOf(walk, node) };
}

/** Reads a class and gives its index. `given` is the name its place gives to a class without one. */
export function classFacts(walk: Walk, node: ts.ClassLikeDeclaration, given: ts.Node | undefined): number {
  const at = spanOf(walk, node);
  const name = node.name ?? given;
  const members: ClassMember[] = [];
  const facts: Draft<ClassFacts> = {
    at,
    nameAt: name ? spanOf(walk, name) : [at[0], Math.min(at[0] + "class".length, at[1])],
    implements: NOTHING,
    decorators: decoratorsOf(walk, node),
    members: NOTHING,
    abstract: hasModifier(node, walk.kinds.AbstractKeyword),
    owner: walk.owner,
  };
  const text = name && (name as ts.Identifier).escapedText !== undefined ? identifierText(name as ts.Identifier) : "";
  if (text) facts.name = text;

  const index = walk.classes.length;
  walk.classes.push(facts);
  const point = standpoint(walk);
  openScope(walk);
  walk.namersFrom = walk.namers.length;
  try {
    if (node.name && node.kind === walk.kinds.ClassExpression) {
      walk.bindings[declare(walk, node.name, "class")]!.class = index;
    }
    declareTypeParameters(walk, node.typeParameters);
    readHeritage(walk, node, facts);
    for (const member of node.members) readMember(walk, member, index, members);
  } finally {
    facts.members = compact(members);
    returnTo(walk, point);
  }
  return index;
}

function readHeritage(walk: Walk, node: ts.ClassLikeDeclaration, facts: Draft<ClassFacts>): void {
  for (const clause of node.heritageClauses ?? []) {
    if (clause.token !== walk.kinds.ExtendsKeyword) {
      facts.implements = typeReferences(walk, clause.types);
      continue;
    }
    const base = clause.types[0];
    if (base === undefined) continue;
    facts.extends = expression(walk, base.expression);
    if (base.typeArguments) facts.extendsTypes = typeReferences(walk, base.typeArguments);
  }
}

function readMember(walk: Walk, member: ts.ClassElement, classIndex: number, out: ClassMember[]): void {
  const { kinds } = walk;
  switch (member.kind as number) {
    case kinds.PropertyDeclaration:
      readProperty(walk, member as ts.PropertyDeclaration, out);
      break;
    case kinds.MethodDeclaration:
      readMethod(walk, member as ts.MethodDeclaration, "method", classIndex, out);
      break;
    case kinds.GetAccessor:
      readMethod(walk, member as ts.AccessorDeclaration, "getter", classIndex, out);
      break;
    case kinds.SetAccessor:
      readMethod(walk, member as ts.AccessorDeclaration, "setter", classIndex, out);
      break;
    case kinds.Constructor:
      readConstructor(walk, member as ts.ConstructorDeclaration, classIndex, out);
      break;
    case kinds.ClassStaticBlockDeclaration: {
      const at = spanOf(walk, member);
      const block = functionFacts(walk, member as ts.ClassStaticBlockDeclaration, "method", undefined, classIndex);
      out.push({
        name: "static {}",
        kind: "method",
        static: true,
        function: block,
        decorators: NOTHING,
        at,
        nameAt: [at[0], at[0] + "static".length],
      });
      break;
    }
  }
}

function readProperty(walk: Walk, node: ts.PropertyDeclaration, out: ClassMember[]): void {
  const decorators = decoratorsOf(walk, node);
  // `@Column declare total: number`: its decorators run, though the field is none.
  if (isDeclared(walk, node) && decorators.length === 0) return;
  const result: Draft<ClassMember> = {
    name: memberName(walk, node.name),
    kind: "field",
    static: hasModifier(node, walk.kinds.StaticKeyword),
    decorators,
    at: spanOf(walk, node),
    nameAt: spanOf(walk, node.name),
  };
  const type: TypeReference | undefined = node.type && typeReference(walk, node.type);
  if (type) result.type = type;
  if (node.initializer) {
    pushNamer(walk, node);
    result.value = namedExpression(walk, node.initializer, node.name);
    popNamer(walk);
  }
  if (node.questionToken) result.optional = true;
  out.push(result);
}

/** An overload has no body and is left out; an abstract method is a member without a function. */
function readMethod(
  walk: Walk,
  node: ts.MethodDeclaration | ts.AccessorDeclaration,
  kind: "method" | "getter" | "setter",
  classIndex: number,
  out: ClassMember[],
): void {
  if (!node.body && !hasModifier(node, walk.kinds.AbstractKeyword)) return;
  const result: Draft<ClassMember> = {
    name: memberName(walk, node.name),
    kind,
    static: hasModifier(node, walk.kinds.StaticKeyword),
    decorators: decoratorsOf(walk, node),
    at: spanOf(walk, node),
    nameAt: spanOf(walk, node.name),
  };
  if (node.body) result.function = functionFacts(walk, node, kind, node.name, classIndex);
  if (node.questionToken) result.optional = true;
  out.push(result);
}

function readConstructor(walk: Walk, node: ts.ConstructorDeclaration, classIndex: number, out: ClassMember[]): void {
  if (!node.body) return;
  const index = functionFacts(walk, node, "constructor", undefined, classIndex);
  const at = spanOf(walk, node);
  const keyword = walk.text.indexOf("constructor", at[0]);
  out.push({
    name: "constructor",
    kind: "constructor",
    static: false,
    function: index,
    decorators: decoratorsOf(walk, node),
    at,
    nameAt: [keyword, keyword + "constructor".length],
  });
}
