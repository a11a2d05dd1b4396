/**
 * Which function reads which kind of node: one table per TypeScript module.
 *
 * Kind numbers are looked up by name, so a kind that a version does not have is simply not in its table.
 */
import type ts from "typescript";
import { readCall, readNew } from "./calls.ts";
import { readClassExpression, readClassStatement } from "./classes.ts";
import { readEnum, readImportEquals, readModule } from "./declarations.ts";
import {
  readArray,
  readAwait,
  readCast,
  readConditional,
  readElementAccess,
  readIdentifier,
  readInner,
  readMember,
  readMeta,
  readSpread,
  readSuper,
  readThis,
  readYield,
} from "./expressions.ts";
import { readFunctionDeclaration, readFunctionExpression } from "./functions.ts";
import { readJsxElement, readJsxFragment, readJsxSelfClosing } from "./jsx.ts";
import {
  readBigInt,
  readFalse,
  readNull,
  readNumber,
  readRegex,
  readString,
  readTagged,
  readTemplate,
  readTrue,
} from "./literals.ts";
import { readLoop } from "./loops.ts";
import { readExportAssignment, readExportDeclaration, readImport } from "./module-facts.ts";
import { readObject } from "./objects.ts";
import { readBinary, readDelete, readPostfix, readPrefix, readTypeof, readVoid } from "./operators.ts";
import {
  readBlock,
  readExpressionStatement,
  readIf,
  readJump,
  readLabeled,
  readReturn,
  readSwitch,
  readThrow,
  readTry,
  readVariables,
  readWith,
} from "./statements.ts";
import { readInterface, readTypeAlias } from "./types.ts";
import type { Readers } from "./walk.ts";

const known = new WeakMap<typeof ts, Readers>();

/** The tables for one TypeScript module. */
export function readersOf(typescript: typeof ts): Readers {
  let readers = known.get(typescript);
  if (!readers) {
    readers = { expressions: table(typescript, expressions), statements: table(typescript, statements) };
    known.set(typescript, readers);
  }
  return readers;
}

const expressions = {
  Identifier: readIdentifier,
  PropertyAccessExpression: readMember,
  ElementAccessExpression: readElementAccess,
  CallExpression: readCall,
  NewExpression: readNew,
  StringLiteral: readString,
  NoSubstitutionTemplateLiteral: readString,
  NumericLiteral: readNumber,
  BigIntLiteral: readBigInt,
  TrueKeyword: readTrue,
  FalseKeyword: readFalse,
  NullKeyword: readNull,
  RegularExpressionLiteral: readRegex,
  TemplateExpression: readTemplate,
  TaggedTemplateExpression: readTagged,
  ObjectLiteralExpression: readObject,
  ArrayLiteralExpression: readArray,
  ArrowFunction: readFunctionExpression,
  FunctionExpression: readFunctionExpression,
  ClassExpression: readClassExpression,
  BinaryExpression: readBinary,
  PrefixUnaryExpression: readPrefix,
  PostfixUnaryExpression: readPostfix,
  DeleteExpression: readDelete,
  TypeOfExpression: readTypeof,
  VoidExpression: readVoid,
  ConditionalExpression: readConditional,
  AwaitExpression: readAwait,
  YieldExpression: readYield,
  SpreadElement: readSpread,
  ParenthesizedExpression: readInner,
  NonNullExpression: readInner,
  ExpressionWithTypeArguments: readInner,
  AsExpression: readCast,
  TypeAssertionExpression: readCast,
  SatisfiesExpression: readCast,
  ThisKeyword: readThis,
  SuperKeyword: readSuper,
  MetaProperty: readMeta,
  JsxElement: readJsxElement,
  JsxSelfClosingElement: readJsxSelfClosing,
  JsxFragment: readJsxFragment,
};

const statements = {
  Block: readBlock,
  VariableStatement: readVariables,
  ExpressionStatement: readExpressionStatement,
  ReturnStatement: readReturn,
  ThrowStatement: readThrow,
  IfStatement: readIf,
  ForStatement: readLoop,
  ForOfStatement: readLoop,
  ForInStatement: readLoop,
  WhileStatement: readLoop,
  DoStatement: readLoop,
  SwitchStatement: readSwitch,
  TryStatement: readTry,
  BreakStatement: readJump,
  ContinueStatement: readJump,
  LabeledStatement: readLabeled,
  WithStatement: readWith,
  FunctionDeclaration: readFunctionDeclaration,
  ClassDeclaration: readClassStatement,
  EnumDeclaration: readEnum,
  ModuleDeclaration: readModule,
  InterfaceDeclaration: readInterface,
  TypeAliasDeclaration: readTypeAlias,
  ImportDeclaration: readImport,
  ImportEqualsDeclaration: readImportEquals,
  ExportDeclaration: readExportDeclaration,
  ExportAssignment: readExportAssignment,
};

// biome-ignore lint/suspicious/noExplicitAny: every reader takes its own kind of node; the table guarantees that it gets it.
type AnyReader = (walk: never, node: any, out: never) => any;

function table(typescript: typeof ts, byName: Record<string, AnyReader>): never[] {
  const byKind: unknown[] = [];
  for (const [name, read] of Object.entries(byName)) {
    const kind = typescript.SyntaxKind[name as keyof typeof ts.SyntaxKind];
    if (typeof kind === "number") byKind[kind] = read;
  }
  return byKind as never[];
}
