/**
 * What the extractor needs to know of one TypeScript module: kind numbers, operators, positions.
 *
 * `SyntaxKind` numbers differ between versions, so they are read once per injected module and never stored in facts.
 */
import type ts from "typescript";

/** The kinds the extractor asks for outside its tables, as plain fields: reading them is one load. */
export type Kinds = { readonly [Name in (typeof kindNames)[number]]: number };

export interface Syntax {
  readonly typescript: typeof ts;
  readonly kinds: Kinds;
  /** Text of operator tokens by kind, `==` and `!=` made strict. */
  readonly operators: readonly (string | undefined)[];
  readonly letFlag: number;
  readonly blockScopedFlags: number;
}

const known = new WeakMap<typeof ts, Syntax>();

/** The syntax facts of one TypeScript module, read once. */
export function syntaxOf(typescript: typeof ts): Syntax {
  let syntax = known.get(typescript);
  if (!syntax) {
    syntax = readSyntax(typescript);
    known.set(typescript, syntax);
  }
  return syntax;
}

const SLASH = 47;

/** First character of a node, after white space and comments. Never after the node's end. */
export function startOf(text: string, node: ts.Node): number {
  const { pos, end } = node;
  // Nearly every node begins at once or after one space, with a letter or a bracket.
  const first = text.charCodeAt(pos);
  const second = first === 32 ? text.charCodeAt(pos + 1) : 0;
  const start = isOrdinary(first) ? pos : isOrdinary(second) ? pos + 1 : skipTrivia(text, pos);
  return Math.min(start, end);
}

/** Neither space nor the start of a comment. */
function isOrdinary(character: number): boolean {
  return character > SLASH && character <= 127;
}

/** Skips white space, comments and a shebang. */
export function skipTrivia(text: string, from: number): number {
  let position = from;
  for (;;) {
    const character = text.charCodeAt(position);
    if (isOrdinary(character)) return position;
    if (character > 127) {
      if (!isUnicodeSpace(character)) return position;
      position++;
    } else if (character === SLASH) {
      const next = text.charCodeAt(position + 1);
      if (next === SLASH) {
        position = endOfLine(text, position);
      } else if (next === 42 /* asterisk */) {
        const end = text.indexOf("*/", position + 2);
        position = end < 0 ? text.length : end + 2;
      } else {
        return position;
      }
    } else if (character === 32 || (character >= 9 && character <= 13)) {
      position++;
    } else if (character === 35 /* hash */ && position === 0 && text.charCodeAt(1) === 33 /* bang */) {
      position = endOfLine(text, position);
    } else {
      return position; // also at the end of the text, where the character is NaN
    }
  }
}

/** Offset of the line break at or after `from`, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** Text of an identifier. TypeScript keeps names that start with two underscores with one more. */
export function identifierText(node: ts.Identifier | ts.PrivateIdentifier): string {
  const text = node.escapedText as string;
  return text.charCodeAt(0) === 95 && text.charCodeAt(1) === 95 && text.charCodeAt(2) === 95 ? text.slice(1) : text;
}

/** Part of an identifier or number. Everything beyond ASCII counts. */
export function isWordCharacter(character: number): boolean {
  return (
    (character >= 97 && character <= 122) ||
    (character >= 65 && character <= 90) ||
    (character >= 48 && character <= 57) ||
    character === 95 ||
    character === 36 ||
    character > 127
  );
}

function isUnicodeSpace(character: number): boolean {
  return (
    character === 0xa0 ||
    character === 0xfeff ||
    character === 0x2028 ||
    character === 0x2029 ||
    character === 0x1680 ||
    character === 0x202f ||
    character === 0x205f ||
    character === 0x3000 ||
    character === 0x85 ||
    (character >= 0x2000 && character <= 0x200b)
  );
}

function readSyntax(typescript: typeof ts): Syntax {
  const kinds: Record<string, number> = {};
  for (const name of kindNames) kinds[name] = typescript.SyntaxKind[name];

  const operators: (string | undefined)[] = [];
  const { FirstPunctuation, LastPunctuation, InKeyword, InstanceOfKeyword } = typescript.SyntaxKind;
  for (let kind = FirstPunctuation as number; kind <= LastPunctuation; kind++) {
    const text = typescript.tokenToString(kind);
    operators[kind] = text === "==" ? "===" : text === "!=" ? "!==" : text;
  }
  operators[InKeyword] = "in";
  operators[InstanceOfKeyword] = "instanceof";

  return {
    typescript,
    kinds: kinds as unknown as Kinds,
    operators,
    letFlag: typescript.NodeFlags.Let,
    blockScopedFlags: typescript.NodeFlags.BlockScoped,
  };
}

const kindNames = [
  "Identifier",
  "PrivateIdentifier",
  "StringLiteral",
  "NumericLiteral",
  "BigIntLiteral",
  "NoSubstitutionTemplateLiteral",
  "TemplateExpression",
  "TemplateTail",
  "RegularExpressionLiteral",
  "JsxText",
  "ComputedPropertyName",
  "ObjectBindingPattern",
  "ArrayBindingPattern",
  "BindingElement",
  "OmittedExpression",
  "ObjectLiteralExpression",
  "ArrayLiteralExpression",
  "PropertyAssignment",
  "ShorthandPropertyAssignment",
  "SpreadAssignment",
  "SpreadElement",
  "MethodDeclaration",
  "GetAccessor",
  "SetAccessor",
  "Constructor",
  "PropertyDeclaration",
  "PropertySignature",
  "MethodSignature",
  "ClassStaticBlockDeclaration",
  "Parameter",
  "Decorator",
  "VariableDeclaration",
  "VariableDeclarationList",
  "VariableStatement",
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunction",
  "ClassDeclaration",
  "ClassExpression",
  "EnumDeclaration",
  "EnumMember",
  "ModuleDeclaration",
  "ModuleBlock",
  "InterfaceDeclaration",
  "TypeAliasDeclaration",
  "ImportDeclaration",
  "ImportEqualsDeclaration",
  "ExternalModuleReference",
  "NamespaceImport",
  "NamespaceExport",
  "ExportDeclaration",
  "ExpressionStatement",
  "Block",
  "IfStatement",
  "DoStatement",
  "WhileStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "TryStatement",
  "LabeledStatement",
  "WithStatement",
  "CaseClause",
  "ParenthesizedExpression",
  "NonNullExpression",
  "AsExpression",
  "TypeAssertionExpression",
  "SatisfiesExpression",
  "AwaitExpression",
  "BinaryExpression",
  "CallExpression",
  "NewExpression",
  "PropertyAccessExpression",
  "ElementAccessExpression",
  "ImportKeyword",
  "ThisKeyword",
  "NullKeyword",
  "JsxAttribute",
  "JsxSpreadAttribute",
  "JsxExpression",
  "QualifiedName",
  "TypeLiteral",
  "UndefinedKeyword",
  "ReadonlyKeyword",
  "EqualsToken",
  "PlusToken",
  "MinusToken",
  "FirstAssignment",
  "LastAssignment",
  "ExtendsKeyword",
  "AsyncKeyword",
  "AbstractKeyword",
  "DeclareKeyword",
  "StaticKeyword",
  "ExportKeyword",
  "DefaultKeyword",
  "PublicKeyword",
  "PrivateKeyword",
  "ProtectedKeyword",
  "OverrideKeyword",
] as const satisfies readonly (keyof typeof ts.SyntaxKind)[];
