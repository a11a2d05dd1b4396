/**
 * `// hardpath-allow rule/id: reason`, in line and block comments, and what each covers.
 *
 * After code on the same line a suppression covers that line. On its own it covers what it stands above: the next
 * statement, member, property, argument, function or class, or the next link of a chain of calls.
 */
import type ts from "typescript";
import type { Span, Suppression } from "./file-facts.ts";
import { endOfLine, skipTrivia, startOf } from "./syntax.ts";
import type { Walk } from "./walk.ts";

const WORD = "hardpath-allow";

/** `rule[, rule][: reason]`, up to the end of the line or comment. */
const CONTENT = /[ \t]+([\w*/-]+(?:[ \t]*,[ \t]*[\w*/-]+)*)[ \t]*(?::[ \t]*(.*))?/y;

export function readSuppressions(walk: Walk, tree: ts.SourceFile): Suppression[] {
  const { text } = walk;
  const result: Suppression[] = [];
  for (let found = text.indexOf(WORD); found >= 0; found = text.indexOf(WORD, found + WORD.length)) {
    const comment = commentAround(text, found);
    if (!comment || isInsideToken(walk, tree, found)) continue;
    CONTENT.lastIndex = found + WORD.length;
    const line = text.slice(0, Math.min(comment.contentEnd, endOfLine(text, found)));
    const content = CONTENT.exec(line);
    if (!content) continue;
    result.push({
      rules: content[1]!.split(",").map((rule) => rule.trim()),
      reason: (content[2] ?? "").trim(),
      at: [comment.start, comment.end],
      covers: covered(walk, tree, comment),
    });
  }
  return result;
}

interface Comment {
  readonly start: number;
  readonly end: number;
  /** Where its text ends: before the closing mark of a block comment. */
  readonly contentEnd: number;
}

/** The comment whose line begins with the word at `offset`; undefined where the word is elsewhere. */
function commentAround(text: string, offset: number): Comment | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset), text.lastIndexOf("\r", offset)) + 1;
  const before = text.slice(lineStart, offset);
  const line = /\/\/+[ \t]*$/.exec(before);
  if (line) {
    const end = endOfLine(text, offset);
    return { start: lineStart + line.index, end, contentEnd: end };
  }
  const start = text.lastIndexOf("/*", offset);
  if (start < 0 || !/^(?:\/\*+)?[\s*]*$/.test(text.slice(Math.max(start, lineStart), offset))) return undefined;
  const close = text.indexOf("*/", offset);
  if (close < 0 || text.slice(start + 2, offset).includes("*/")) return undefined;
  return { start, end: close + 2, contentEnd: close };
}

/** Whether the offset is in a string, template, regular expression or JSX text, not between tokens. */
function isInsideToken(walk: Walk, tree: ts.SourceFile, offset: number): boolean {
  let inside = false;
  descend(walk, tree, offset, (node) => {
    inside = startOf(walk.text, node) <= offset && isTextual(walk, node);
  });
  return inside;
}

function isTextual({ kinds }: Walk, { kind }: ts.Node): boolean {
  const { StringLiteral, NoSubstitutionTemplateLiteral, RegularExpressionLiteral, JsxText } = kinds;
  const templates = kind >= NoSubstitutionTemplateLiteral && kind <= kinds.TemplateTail;
  return templates || kind === StringLiteral || kind === RegularExpressionLiteral || kind === JsxText;
}

/** Visits the nodes that hold the offset, from the outside in. */
function descend(walk: Walk, from: ts.Node, offset: number, visit: (node: ts.Node, parent: ts.Node) => void): void {
  let parent: ts.Node | undefined = from;
  while (parent) {
    const outer: ts.Node = parent;
    parent = walk.typescript.forEachChild(outer, (child) =>
      child.pos <= offset && offset < child.end ? child : undefined,
    );
    if (parent) visit(parent, outer);
  }
}

function covered(walk: Walk, tree: ts.SourceFile, comment: Comment): Span {
  const { text } = walk;
  const lineStart = Math.max(text.lastIndexOf("\n", comment.start), text.lastIndexOf("\r", comment.start)) + 1;
  const ownLine: Span = [lineStart, endOfLine(text, comment.end)];
  const before = text.slice(lineStart, comment.start).trim();
  if (before !== "" && before !== "{") return ownLine;
  let below = skipTrivia(text, comment.end);
  // `{/* … */}` is how JSX writes a comment of its own.
  if (before === "{" && text.charCodeAt(below) === 125) below = skipTrivia(text, below + 1);
  return nodeBelow(walk, tree, below) ?? ownLine;
}

/** The largest thing that begins at `offset`, or that the token there begins a part of. */
function nodeBelow(walk: Walk, tree: ts.SourceFile, offset: number): Span | undefined {
  const { kinds, text } = walk;
  const found: { node?: ts.Node; parent?: ts.Node; link?: number } = {};
  const ancestors: ts.Node[] = [];
  descend(walk, tree, offset, (node, parent) => {
    ancestors.push(node);
    if (!found.node && startOf(text, node) === offset) {
      found.node = node;
      found.parent = parent;
    }
  });
  if (found.node && found.parent) {
    const { node, parent } = found;
    const isPart = parent !== tree && (node === namePart(parent) || isModifier(parent, node));
    return [offset, isPart ? parent.end : node.end];
  }
  // A link of a chain: the dot belongs to no node. It covers the call of that link.
  for (let index = ancestors.length - 1; index >= 0; index--) {
    const access = ancestors[index]!;
    if (access.kind !== kinds.PropertyAccessExpression) continue;
    const { expression: object, name } = access as ts.PropertyAccessExpression;
    if (offset < object.end || offset >= name.end) continue;
    const call = ancestors[index - 1];
    return [offset, call?.kind === kinds.CallExpression ? call.end : access.end];
  }
  return undefined;
}

function namePart(parent: ts.Node): ts.Node | undefined {
  return (parent as ts.NamedDeclaration).name;
}

function isModifier(parent: ts.Node, node: ts.Node): boolean {
  return (parent as ts.MethodDeclaration).modifiers?.includes(node as ts.Modifier) ?? false;
}
