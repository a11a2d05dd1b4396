/** JSX: the tag, and the expressions in attributes and children. */
import type ts from "typescript";
import { expression } from "./expressions.ts";
import type { Expression } from "./file-facts.ts";
import { popNamer, pushNamer } from "./literal-names.ts";
import { noteSecret, textLiteral } from "./secrets.ts";
import { startOf } from "./syntax.ts";
import { compact, spanOf, type Walk } from "./walk.ts";

export function readJsxElement(walk: Walk, node: ts.JsxElement): Expression {
  const parts: Expression[] = [];
  addAttributes(walk, node.openingElement.attributes, parts);
  addChildren(walk, node.children, parts);
  return {
    kind: "jsx",
    tag: tagText(walk, node.openingElement.tagName),
    parts: compact(parts),
    at: spanOf(walk, node),
  };
}

export function readJsxSelfClosing(walk: Walk, node: ts.JsxSelfClosingElement): Expression {
  const parts: Expression[] = [];
  addAttributes(walk, node.attributes, parts);
  return { kind: "jsx", tag: tagText(walk, node.tagName), parts: compact(parts), at: spanOf(walk, node) };
}

export function readJsxFragment(walk: Walk, node: ts.JsxFragment): Expression {
  const parts: Expression[] = [];
  addChildren(walk, node.children, parts);
  return { kind: "jsx", tag: "", parts: compact(parts), at: spanOf(walk, node) };
}

function tagText(walk: Walk, tag: ts.Node): string {
  return walk.text.slice(startOf(walk.text, tag), tag.end);
}

/** Texts of attributes are kept only where they may be secrets: class names are most of a page. */
function addAttributes(walk: Walk, attributes: ts.JsxAttributes, parts: Expression[]): void {
  const { kinds } = walk;
  for (const attribute of attributes.properties) {
    if (attribute.kind === kinds.JsxSpreadAttribute) {
      const { expression: value } = attribute as ts.JsxSpreadAttribute;
      parts.push({ kind: "spread", value: expression(walk, value), at: spanOf(walk, attribute) });
      continue;
    }
    const value = (attribute as ts.JsxAttribute).initializer;
    if (value === undefined) continue;
    pushNamer(walk, attribute);
    if (value.kind === kinds.StringLiteral) {
      const literal = textLiteral(walk, (value as ts.StringLiteral).text, spanOf(walk, value));
      if (literal.secret !== undefined) parts.push(literal);
    } else {
      addPart(walk, value, parts);
    }
    popNamer(walk);
  }
}

function addChildren(walk: Walk, children: readonly ts.JsxChild[], parts: Expression[]): void {
  for (const child of children) {
    if (child.kind === walk.kinds.JsxText) addText(walk, child as ts.JsxText, parts);
    else addPart(walk, child, parts);
  }
}

function addPart(walk: Walk, node: ts.Node, parts: Expression[]): void {
  if (node.kind !== walk.kinds.JsxExpression) {
    parts.push(expression(walk, node));
    return;
  }
  const { expression: inner, dotDotDotToken } = node as ts.JsxExpression;
  if (inner === undefined) return;
  const value = expression(walk, inner);
  parts.push(dotDotDotToken ? { kind: "spread", value, at: spanOf(walk, node) } : value);
}

function addText(walk: Walk, node: ts.JsxText, parts: Expression[]): void {
  if (node.containsOnlyTriviaWhiteSpaces) return;
  const text = node.text.trim();
  if (text.length < 16 || text.includes(" ")) return;
  const start = node.pos + node.text.indexOf(text);
  const secret = noteSecret(walk, text, [start, start + text.length]);
  if (secret < 0) return;
  const { masked, at } = walk.secrets[secret]!;
  parts.push({ kind: "literal", value: masked, secret, at });
}
