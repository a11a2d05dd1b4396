/**
 * The names a literal goes by: the variable, property, parameter, header or argument position it stands at.
 *
 * The walk pushes the nodes that name what is below them; names are only worked out for literals that ask.
 */
import type ts from "typescript";
import { identifierText, startOf } from "./syntax.ts";
import type { Walk } from "./walk.ts";

/** What stands below `node` goes by its name. Undone with `popNamer`. */
export function pushNamer(walk: Walk, node: ts.Node): void {
  walk.namers.push(node);
  walk.positions.push(-1);
}

/** The same for the argument of a call at `position`. */
export function pushArgument(walk: Walk, call: ts.Node, position: number): void {
  walk.namers.push(call);
  walk.positions.push(position);
}

export function popNamer(walk: Walk): void {
  walk.namers.pop();
  walk.positions.pop();
}

/**
 * Names of the literal the walk stands at, innermost first.
 *
 * An argument is `callee#index`, after the text of a first argument that is a literal: in
 * `headers.set("authorization", "…")` the value is `authorization`, then `headers.set#1`.
 * An environment variable keeps its path: `process.env.JWT_SECRET`.
 */
export function literalNames(walk: Walk): readonly string[] {
  const names: string[] = [];
  for (let index = walk.namers.length - 1; index >= walk.namersFrom; index--) {
    const node = walk.namers[index]!;
    const position = walk.positions[index]!;
    if (position >= 0) addArgumentNames(walk, node as ts.CallExpression, position, names);
    else add(names, nameOf(walk, node));
  }
  return names;
}

function addArgumentNames(
  walk: Walk,
  call: ts.CallExpression | ts.NewExpression,
  position: number,
  names: string[],
): void {
  const first = call.arguments?.[0];
  if (position > 0 && first && isText(walk, first)) add(names, (first as ts.StringLiteral).text);
  const callee = calleeText(walk, call.expression);
  if (callee !== undefined) add(names, `${callee}#${position}`);
}

function add(names: string[], text: string | undefined): void {
  if (text !== undefined && text !== "" && text.length <= 100 && !names.includes(text)) names.push(text);
}

/** What a declaration, property or other side of a comparison is called. */
function nameOf(walk: Walk, node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const { kinds } = walk;
  switch (node.kind as number) {
    case kinds.Identifier:
    case kinds.PrivateIdentifier:
      return identifierText(node as ts.Identifier);
    case kinds.StringLiteral:
    case kinds.NoSubstitutionTemplateLiteral:
      return (node as ts.StringLiteral).text;
    case kinds.VariableDeclaration:
    case kinds.Parameter:
    case kinds.BindingElement:
    case kinds.PropertyAssignment:
    case kinds.ShorthandPropertyAssignment:
    case kinds.PropertyDeclaration:
    case kinds.EnumMember:
    case kinds.EnumDeclaration:
    case kinds.JsxAttribute:
    case kinds.FunctionDeclaration:
    case kinds.FunctionExpression:
    case kinds.MethodDeclaration:
    case kinds.GetAccessor:
      return nameOf(walk, (node as ts.NamedDeclaration).name);
    case kinds.ComputedPropertyName:
      return nameOf(walk, (node as ts.ComputedPropertyName).expression);
    case kinds.PropertyAccessExpression:
      return environmentName(walk, node) ?? identifierText((node as ts.PropertyAccessExpression).name as ts.Identifier);
    case kinds.ElementAccessExpression:
      return environmentName(walk, node) ?? nameOf(walk, (node as ts.ElementAccessExpression).argumentExpression);
    case kinds.CallExpression: {
      const first = (node as ts.CallExpression).arguments[0];
      return first && isText(walk, first)
        ? (first as ts.StringLiteral).text
        : nameOf(walk, (node as ts.CallExpression).expression);
    }
    case kinds.BinaryExpression: {
      const { left, right, operatorToken } = node as ts.BinaryExpression;
      const assigns = operatorToken.kind >= kinds.FirstAssignment && operatorToken.kind <= kinds.LastAssignment;
      return assigns ? nameOf(walk, left) : (nameOf(walk, right) ?? nameOf(walk, left));
    }
    case kinds.ParenthesizedExpression:
    case kinds.NonNullExpression:
    case kinds.AsExpression:
    case kinds.SatisfiesExpression:
    case kinds.AwaitExpression:
      return nameOf(walk, (node as ts.ParenthesizedExpression).expression);
  }
  return undefined;
}

/** `process.env.NAME`, also for `process.env["NAME"]` and `import.meta.env.NAME`. */
function environmentName(walk: Walk, node: ts.Node): string | undefined {
  const { kinds } = walk;
  const object = (node as ts.PropertyAccessExpression).expression;
  if (object.kind !== kinds.PropertyAccessExpression) return undefined;
  const holder = object as ts.PropertyAccessExpression;
  if (holder.name.escapedText !== "env") return undefined;
  const member =
    node.kind === kinds.PropertyAccessExpression
      ? (node as ts.PropertyAccessExpression).name
      : (node as ts.ElementAccessExpression).argumentExpression;
  const text = nameOf(walk, member);
  if (text === undefined) return undefined;
  return `${dotted(walk, holder)}.${text}`;
}

/** `jwt.sign`; of a longer chain the last two names. */
function calleeText(walk: Walk, callee: ts.Node): string | undefined {
  const { kinds } = walk;
  if (callee.kind === kinds.Identifier) return identifierText(callee as ts.Identifier);
  if (callee.kind !== kinds.PropertyAccessExpression) return undefined;
  const { expression, name: member } = callee as ts.PropertyAccessExpression;
  const text = identifierText(member as ts.Identifier);
  const object =
    expression.kind === kinds.Identifier
      ? identifierText(expression as ts.Identifier)
      : expression.kind === kinds.PropertyAccessExpression
        ? identifierText((expression as ts.PropertyAccessExpression).name as ts.Identifier)
        : expression.kind === kinds.ThisKeyword
          ? "this"
          : undefined;
  return object === undefined ? text : `${object}.${text}`;
}

function dotted(walk: Walk, node: ts.Node): string {
  return walk.text.slice(startOf(walk.text, node), node.end).replace(/\s/g, "");
}

function isText(walk: Walk, node: ts.Node): boolean {
  return node.kind === walk.kinds.StringLiteral || node.kind === walk.kinds.NoSubstitutionTemplateLiteral;
}
