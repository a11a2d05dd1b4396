/** Literals and templates. Texts that may be secrets are masked here. */
import type ts from "typescript";
import { isQuery } from "../secrets/plausible/query-text.ts";
import { expression } from "./expressions.ts";
import type { Expression, LiteralExpression, Span, TemplateExpression } from "./file-facts.ts";
import { maskedText, noteSecret, textLiteral } from "./secrets.ts";
import { compact, type Draft, NOTHING, spanOf, type Walk } from "./walk.ts";

export function readString(walk: Walk, node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): LiteralExpression {
  return textLiteral(walk, node.text, spanOf(walk, node));
}

export function readNumber(walk: Walk, node: ts.NumericLiteral): LiteralExpression {
  return { kind: "literal", value: finite(Number(node.text)), at: spanOf(walk, node) };
}

/** As a number: facts are JSON. */
export function readBigInt(walk: Walk, node: ts.BigIntLiteral): LiteralExpression {
  return { kind: "literal", value: finite(Number(node.text.replace(/n$/, ""))), at: spanOf(walk, node) };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.MAX_VALUE;
}

export function readTrue(walk: Walk, node: ts.Node): LiteralExpression {
  return { kind: "literal", value: true, at: spanOf(walk, node) };
}

export function readFalse(walk: Walk, node: ts.Node): LiteralExpression {
  return { kind: "literal", value: false, at: spanOf(walk, node) };
}

export function readNull(walk: Walk, node: ts.Node): LiteralExpression {
  return { kind: "literal", value: null, at: spanOf(walk, node) };
}

export function readRegex(walk: Walk, node: ts.RegularExpressionLiteral): LiteralExpression {
  return { kind: "literal", value: node.text, regex: true, at: spanOf(walk, node) };
}

export function readTemplate(walk: Walk, node: ts.TemplateExpression): TemplateExpression {
  return template(walk, node, spanOf(walk, node));
}

export function readTagged(walk: Walk, node: ts.TaggedTemplateExpression): Expression {
  const at = spanOf(walk, node);
  const tag = expression(walk, node.tag);
  if (node.template.kind === walk.kinds.TemplateExpression) {
    const result: Draft<TemplateExpression> = template(walk, node.template as ts.TemplateExpression, at);
    result.tag = tag;
    return result;
  }
  const only = node.template as ts.NoSubstitutionTemplateLiteral;
  return { kind: "template", texts: [maskedText(walk, only.text, spanOf(walk, only))], values: NOTHING, tag, at };
}

type TemplatePiece = ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function template(walk: Walk, node: ts.TemplateExpression, at: Span): TemplateExpression {
  const pieces: TemplatePiece[] = [node.head];
  const values: Expression[] = [];
  for (const { expression: value, literal } of node.templateSpans) {
    values.push(expression(walk, value));
    pieces.push(literal);
  }
  return { kind: "template", texts: templateTexts(walk, node, pieces), values: compact(values), at };
}

/** A password in a connection string may stand between two values: then the whole template is the candidate. */
function templateTexts(walk: Walk, node: ts.TemplateExpression, pieces: readonly TemplatePiece[]): readonly string[] {
  const texts: string[] = [];
  const inQuery = isQuery(pieces.map(({ text }) => text).join("?")) || undefined;
  let found = false;
  for (const piece of pieces) {
    const before = walk.secrets.length;
    texts.push(maskedText(walk, piece.text, spanOf(walk, piece), inQuery));
    found ||= walk.secrets.length > before;
  }
  if (found || !texts[0]!.includes("://")) return compact(texts);
  const whole = noteSecret(walk, texts.join("…"), spanOf(walk, node));
  return whole < 0 ? texts : texts.map((_, index) => (index === 0 ? walk.secrets[whole]!.masked : ""));
}
