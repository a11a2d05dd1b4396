/**
 * A number that is read, changed and written back is changed by the database itself: `stock = stock - 2` instead of a
 * value computed from what was read a moment ago.
 */
import type { CallExpression, Expression } from "../facts/file-facts.ts";
import type { Effect } from "../model/effect.ts";
import type { Edit, Fix } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { repeatSafe } from "./repeat-safe.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { composeEdits, tidyEdits } from "./text-edits.ts";
import { callAt, deep } from "./visit-facts.ts";

export interface NumberToChange {
  readonly effect: Effect;
  /** The column. */
  readonly field: string;
  readonly model: ServiceModel;
}

/**
 * Undefined where the change is not a sum or difference of the column's own value.
 *
 * A change in place counts twice when the request is sent twice, so the same fix makes a second run harmless; where that
 * cannot be had, there is none.
 */
export function atomicChange(to: NumberToChange): Fix | undefined {
  return (
    once(to) && {
      title: `Let the database change ${to.field}, once per request`,
      kind: "suggestion",
      edits: () => once(to) ?? [],
      checklist: [
        ...(repeat(to)?.checklist ?? []),
        `Where ${to.field} must not fall below a limit, put the limit into the condition of the update too, and look whether a row was changed.`,
      ],
    }
  );
}

function once(to: NumberToChange): readonly Edit[] | undefined {
  const edits = plan(to);
  if (!edits || isDeduped(to)) return edits;
  const fix = repeat(to);
  const both =
    fix &&
    composeEdits(
      edits,
      fix.edits((file) => to.model.text(file)),
    );
  return both && tidyEdits(both);
}

function repeat({ effect, model }: NumberToChange): Fix | undefined {
  return repeatSafe({ entryPoint: effect.entryPoint, model })[0];
}

function isDeduped({ effect }: NumberToChange): boolean {
  return effect.entryPoint.guards.some((guard) => guard.kind === "dedupe" && guard.order < effect.order);
}

function plan({ effect, field, model }: NumberToChange): readonly Edit[] | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  if (!source || !call) return undefined;
  if (effect.via === "prisma") return prismaEdits(source, call, field);
  return effect.via === "pg" ? sqlEdits(source, call, field) : undefined;
}

interface Change {
  readonly sign: "+" | "-";
  /** Text of what is added or taken away. */
  readonly by: string;
}

/** `product.stock - quantity` of the column `stock`. */
function changeOf(source: SourceText, expression: Expression, field: string): Change | undefined {
  if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "-")) return undefined;
  const { left, right, operator } = expression;
  if (left.kind === "member" && left.name === field) return { sign: operator, by: source.text.slice(...right.at) };
  if (operator === "+" && right.kind === "member" && right.name === field) {
    return { sign: "+", by: source.text.slice(...left.at) };
  }
  return undefined;
}

/** `{ stock: product.stock - 1 }` → `{ stock: { decrement: 1 } }` */
function prismaEdits(source: SourceText, call: CallExpression, field: string): readonly Edit[] | undefined {
  for (const expression of deep(call.arguments)) {
    if (expression.kind !== "object") continue;
    for (const one of expression.fields) {
      const change = one.key === field ? changeOf(source, one.value, field) : undefined;
      if (!change) continue;
      const text = `{ ${change.sign === "+" ? "increment" : "decrement"}: ${change.by} }`;
      return [{ kind: "replace", file: source.file, at: one.value.at, text }];
    }
  }
  return undefined;
}

/** `SET stock = $1`, `[product.stock - 1]` → `SET stock = stock - $1`, `[1]` */
function sqlEdits(source: SourceText, call: CallExpression, field: string): readonly Edit[] | undefined {
  const [text, values] = call.arguments;
  if (text?.kind !== "literal" || values?.kind !== "array") return undefined;
  const sql = source.text.slice(...text.at);
  for (const [index, item] of values.items.entries()) {
    const change = changeOf(source, item, field);
    const parameter = `\\$${index + 1}(?!\\d)`;
    const set = new RegExp(`(\\b${field}"?\\s*=\\s*)(?=${parameter})`, "gi");
    const found = [...sql.matchAll(set)];
    const [assignment] = found;
    const uses = [...sql.matchAll(new RegExp(parameter, "g"))].length;
    if (!change || !assignment || found.length !== 1 || uses !== 1) continue;
    const at = text.at[0] + assignment.index + assignment[0].length;
    return tidyEdits([
      { kind: "replace", file: source.file, at: [at, at], text: `${field} ${change.sign} ` },
      { kind: "replace", file: source.file, at: item.at, text: change.by },
    ]);
  }
  return undefined;
}
