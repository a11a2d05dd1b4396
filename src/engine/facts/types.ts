/** Types as far as names go, and the members of object types. */
import type ts from "typescript";
import type { Pattern, Statement, TypeMember, TypeReference } from "./file-facts.ts";
import { addBinding, declareTypeParameters, lookup, lookupType, openScope } from "./scope.ts";
import { identifierText } from "./syntax.ts";
import { compact, type Draft, NOTHING, returnTo, standpoint, type Walk } from "./walk.ts";

type Reader = (walk: Walk, node: never) => TypeReference;

/** The reference a type node stands for. What has no name is named by what it is: `"union"`, `"object"`, `"function"` … */
export function typeReference(walk: Walk, node: ts.TypeNode): TypeReference {
  if (walk.depth > 100) return plain("unknown");
  walk.depth++;
  const read = readersOf(walk.typescript)[node.kind];
  const result = read === undefined ? plain("unknown") : read(walk, node as never);
  walk.depth--;
  return result;
}

export function typeReferences(walk: Walk, nodes: readonly ts.TypeNode[] | undefined): readonly TypeReference[] {
  if (nodes === undefined || nodes.length === 0) return NOTHING;
  return nodes.map((node) => typeReference(walk, node));
}

/** The declared type of a plain name; a type on a destructured pattern belongs to none of its names. */
export function setType(walk: Walk, pattern: Pattern, type: TypeReference): void {
  if (pattern.kind !== "binding") return;
  const binding = walk.bindings[pattern.binding];
  if (binding && !binding.type) binding.type = type;
}

/** The members are on the interface's binding; its `type` is what it extends. */
export function readInterface(walk: Walk, node: ts.InterfaceDeclaration, _out: Statement[]): void {
  const binding = walk.bindings[lookupType(walk, identifierText(node.name))];
  if (binding?.kind !== "type") return;
  const point = standpoint(walk);
  openScope(walk);
  declareTypeParameters(walk, node.typeParameters);
  const members = typeMembers(walk, node.members);
  binding.typeMembers = binding.typeMembers ? [...binding.typeMembers, ...members] : members;
  const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => typeReference(walk, type)));
  if (bases.length > 0) binding.type = several("intersection", bases);
  returnTo(walk, point);
}

/** An object type's members are on the alias's binding, any other type is its `type`. */
export function readTypeAlias(walk: Walk, node: ts.TypeAliasDeclaration, _out: Statement[]): void {
  const binding = walk.bindings[lookupType(walk, identifierText(node.name))];
  if (binding?.kind !== "type") return;
  const point = standpoint(walk);
  openScope(walk);
  declareTypeParameters(walk, node.typeParameters);
  if (node.type.kind === walk.kinds.TypeLiteral) {
    binding.typeMembers = typeMembers(walk, (node.type as ts.TypeLiteralNode).members);
  } else {
    binding.type = typeReference(walk, node.type);
  }
  returnTo(walk, point);
}

function typeMembers(walk: Walk, nodes: readonly ts.TypeElement[]): readonly TypeMember[] {
  const { kinds } = walk;
  const result: TypeMember[] = [];
  for (const node of nodes) {
    const name = node.name;
    if (name === undefined || name.kind === kinds.ComputedPropertyName) continue;
    const text = (name as ts.Identifier).escapedText === undefined ? (name as ts.StringLiteral).text : undefined;
    const member: Draft<TypeMember> = {
      name: text ?? identifierText(name as ts.Identifier),
      optional: (node as ts.PropertySignature).questionToken !== undefined,
    };
    if (node.kind === kinds.PropertySignature) {
      const { type } = node as ts.PropertySignature;
      if (type) member.type = typeReference(walk, type);
    } else {
      member.type = plain("function");
    }
    result.push(member);
  }
  return compact(result);
}

function plain(name: string): TypeReference {
  return { name, binding: -1, arguments: NOTHING, array: false };
}

const tables = new WeakMap<typeof ts, readonly (Reader | undefined)[]>();

function readersOf(typescript: typeof ts): readonly (Reader | undefined)[] {
  let table = tables.get(typescript);
  if (!table) {
    const byKind: Reader[] = [];
    for (const [name, read] of Object.entries(readers)) {
      byKind[typescript.SyntaxKind[name as keyof typeof ts.SyntaxKind]] = read as Reader;
    }
    for (const name of keywords) {
      const reference = plain(name);
      const kind = `${name[0]!.toUpperCase()}${name.slice(1)}Keyword` as keyof typeof ts.SyntaxKind;
      byKind[typescript.SyntaxKind[kind]] = () => reference;
    }
    table = byKind;
    tables.set(typescript, table);
  }
  return table;
}

const keywords = [
  "any",
  "unknown",
  "string",
  "number",
  "boolean",
  "bigint",
  "symbol",
  "object",
  "void",
  "never",
  "undefined",
  "intrinsic",
];

const readers = {
  TypeReference: (walk: Walk, node: ts.TypeReferenceNode) => named(walk, node.typeName, node.typeArguments),
  ExpressionWithTypeArguments: (walk: Walk, node: ts.ExpressionWithTypeArguments) =>
    named(walk, node.expression, node.typeArguments),
  ArrayType: (walk: Walk, node: ts.ArrayTypeNode) => arrayOf(typeReference(walk, node.elementType)),
  TupleType: (walk: Walk, node: ts.TupleTypeNode) => ({
    ...plain("tuple"),
    arguments: typeReferences(walk, node.elements),
  }),
  UnionType: (walk: Walk, node: ts.UnionTypeNode) => union(walk, node),
  IntersectionType: (walk: Walk, node: ts.IntersectionTypeNode) =>
    several("intersection", typeReferences(walk, node.types)),
  ParenthesizedType: inner,
  OptionalType: inner,
  RestType: inner,
  NamedTupleMember: inner,
  TypeOperator: (walk: Walk, node: ts.TypeOperatorNode) =>
    node.operator === walk.kinds.ReadonlyKeyword
      ? typeReference(walk, node.type)
      : { ...plain("keyof"), arguments: [typeReference(walk, node.type)] },
  TypeQuery: (walk: Walk, node: ts.TypeQueryNode) => {
    const { exprName: name } = node;
    const reference = plain(dottedName(name));
    return { ...plain("typeof"), arguments: [{ ...reference, binding: lookup(walk, firstName(reference.name)) }] };
  },
  IndexedAccessType: (walk: Walk, node: ts.IndexedAccessTypeNode) => ({
    ...plain("index"),
    arguments: [typeReference(walk, node.objectType), typeReference(walk, node.indexType)],
  }),
  TypeLiteral: (walk: Walk, node: ts.TypeLiteralNode) => objectType(walk, node),
  MappedType: () => plain("object"),
  FunctionType: (walk: Walk, node: ts.FunctionTypeNode) => functionType(walk, node),
  ConstructorType: () => plain("function"),
  TypePredicate: () => plain("boolean"),
  TemplateLiteralType: () => plain("string"),
  ThisType: () => plain("this"),
  LiteralType: literalType,
  ImportType: (walk: Walk, node: ts.ImportTypeNode) => importType(walk, node),
};

function inner(walk: Walk, node: ts.ParenthesizedTypeNode): TypeReference {
  return typeReference(walk, node.type);
}

function named(walk: Walk, typeName: ts.Node, typeArguments: readonly ts.TypeNode[] | undefined): TypeReference {
  const name = dottedName(typeName);
  const binding = lookupType(walk, firstName(name));
  const given = typeReferences(walk, typeArguments);
  if (binding < 0 && given.length === 1 && (name === "Array" || name === "ReadonlyArray")) return arrayOf(given[0]!);
  return { name, binding, arguments: given, array: false };
}

/** An array of arrays keeps both levels: `Array` of an array. */
function arrayOf(element: TypeReference): TypeReference {
  return element.array ? { ...plain("Array"), arguments: [element], array: true } : { ...element, array: true };
}

/** `A | undefined | null` is `A`; a union of texts is `string`. */
function union(walk: Walk, node: ts.UnionTypeNode): TypeReference {
  const members: TypeReference[] = [];
  for (const type of node.types) {
    const member = typeReference(walk, type);
    if (member.name === "undefined" || member.name === "null") continue;
    const simple = member.binding < 0 && member.arguments.length === 0;
    if (simple && members.some((other) => other.name === member.name && other.array === member.array)) continue;
    members.push(member);
  }
  return several("union", compact(members));
}

function several(name: "union" | "intersection", members: readonly TypeReference[]): TypeReference {
  if (members.length === 1) return members[0]!;
  return members.length === 0 ? plain("undefined") : { ...plain(name), arguments: members };
}

/** An object type that stands alone is a binding without a name, so that its members are not lost. */
function objectType(walk: Walk, node: ts.TypeLiteralNode): TypeReference {
  const members = typeMembers(walk, node.members);
  if (members.length === 0) return plain("object");
  const binding = addBinding(walk, "", "type", node);
  walk.bindings[binding]!.typeMembers = members;
  return { ...plain("object"), binding };
}

/** `() => Promise<Order>`: a function, its result the argument. */
function functionType(walk: Walk, node: ts.FunctionTypeNode): TypeReference {
  const point = standpoint(walk);
  openScope(walk);
  declareTypeParameters(walk, node.typeParameters);
  const result = node.type ? [typeReference(walk, node.type)] : [];
  returnTo(walk, point);
  return { ...plain("function"), arguments: result };
}

function literalType(walk: Walk, node: ts.LiteralTypeNode): TypeReference {
  const { kinds } = walk;
  switch (node.literal.kind as number) {
    case kinds.NullKeyword:
      return plain("null");
    case kinds.StringLiteral:
    case kinds.NoSubstitutionTemplateLiteral:
      return plain("string");
    case kinds.NumericLiteral:
      return plain("number");
    case kinds.BigIntLiteral:
      return plain("bigint");
  }
  const text = walk.text.slice(node.literal.end - 4, node.literal.end);
  return plain(text === "true" || text === "alse" ? "boolean" : "number");
}

/** `import("pg").Pool` is an import of its own, bound to no name in the code. */
function importType(walk: Walk, node: ts.ImportTypeNode): TypeReference {
  const module = (node.argument as ts.LiteralTypeNode).literal as ts.StringLiteral | undefined;
  if (!module || module.kind !== walk.kinds.StringLiteral || !node.qualifier) return plain("unknown");
  const name = dottedName(node.qualifier);
  const binding = addBinding(walk, firstName(name), "import", node.qualifier);
  walk.bindings[binding]!.import = walk.imports.length;
  walk.imports.push({
    module: module.text,
    name: firstName(name),
    binding,
    typeOnly: true,
    at: walk.bindings[binding]!.at,
  });
  return { name, binding, arguments: typeReferences(walk, node.typeArguments), array: false };
}

/** An identifier, a qualified name or a property access, told apart by their fields. */
interface DottedNode extends ts.Node {
  readonly escapedText?: ts.__String;
  readonly left?: ts.Node;
  readonly right?: ts.Identifier;
  readonly expression?: ts.Node;
  readonly name?: ts.Identifier;
}

/** `a.b.c` of an entity name or property access; `""` for anything else. */
function dottedName(node: ts.Node): string {
  const { escapedText, left, right, expression, name } = node as DottedNode;
  if (escapedText !== undefined) return identifierText(node as ts.Identifier);
  if (left && right) return `${dottedName(left)}.${identifierText(right)}`;
  if (expression && name) return `${dottedName(expression)}.${identifierText(name)}`;
  return "";
}

function firstName(dotted: string): string {
  const dot = dotted.indexOf(".");
  return dot < 0 ? dotted : dotted.slice(0, dot);
}
