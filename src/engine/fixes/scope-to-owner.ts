/**
 * Scopes a query to the caller: the row is found by its id and by whose it is, so that another's id finds nothing.
 */
import type { CallExpression, ObjectExpression } from "../facts/file-facts.ts";
import type { Effect } from "../model/effect.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Edit, Fix } from "../model/finding.ts";
import type { ServiceModel } from "../model/service-model.ts";
import { addField, appendArgument, insertAfterItem } from "./call-arguments.ts";
import { callerText } from "./caller-text.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { insertion, tidyEdits } from "./text-edits.ts";
import { callAt } from "./visit-facts.ts";

export interface RowToScope {
  readonly entryPoint: EntryPoint;
  readonly effect: Effect;
  readonly model: ServiceModel;
}

/** Undefined where the table has no column of its owner, or the caller has no name at the query. */
export function scopeToOwner(row: RowToScope): Fix | undefined {
  const planned = plan(row);
  return (
    planned && {
      title: `Find only rows whose ${planned.column} is the caller's`,
      kind: "suggestion",
      edits: () => plan(row)?.edits ?? [],
      checklist: ["Staff who may see every row need a way of their own: a route that asks for their role."],
    }
  );
}

function plan({
  entryPoint,
  effect,
  model,
}: RowToScope): { readonly column: string; readonly edits: readonly Edit[] } | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  if (!source || !call || effect.target === undefined) return undefined;
  const column = ownerColumn(model, effect.target);
  const caller = callerText(model, entryPoint, source, call.at[0]);
  if (column === undefined || caller === undefined) return undefined;
  const edits =
    effect.via === "pg" ? sqlEdits(source, call, column, caller) : whereEdits(effect, source, call, column, caller);
  return edits && { column, edits: tidyEdits(edits) };
}

const OWNER = /^(?:user|owner|account|customer|author|member|creator|created_?by)_?(?:id)?$/i;

function ownerColumn(model: ServiceModel, target: string): string | undefined {
  const table = model.schema.tables.get(target.toLowerCase());
  const columns = table?.columns.filter((column) => OWNER.test(column.name)) ?? [];
  const [only] = columns.length > 1 ? columns.filter((column) => /^(?:user|owner)/i.test(column.name)) : columns;
  if (!only || !table) return undefined;
  // Names of the schema are lower case: the text has the column as it is written.
  return new RegExp(`\\b${only.name}\\b`, "i").exec(model.text(table.place.file)?.slice(table.place.at[0]) ?? "")?.[0];
}

/** `WHERE id = $1` → `WHERE id = $1 AND user_id = $2`. */
function sqlEdits(
  source: SourceText,
  call: CallExpression,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  const [text, values] = call.arguments;
  if (text?.kind !== "literal" && text?.kind !== "template") return undefined;
  if (text.kind === "template" && text.values.length > 0) return undefined;
  if (values && values.kind !== "array") return undefined;
  const sql = source.text.slice(...text.at);
  const conditions = [...sql.matchAll(/\bWHERE\s+(?:\w+\.)?"?id"?\s*=\s*\$\d+/gi)];
  const [condition] = conditions;
  if (new RegExp(`\\b${column}"?\\s*=`, "i").test(sql.slice(condition?.index ?? 0))) return undefined;
  if (!condition || conditions.length > 1 || /\b(?:JOIN|OR|UNION)\b/i.test(sql)) return undefined;
  const parameter = (values?.items.length ?? 0) + 1;
  const place = text.at[0] + condition.index + condition[0].length;
  return [
    insertion(source.file, place, ` AND ${column} = $${parameter}`),
    values ? insertAfterItem(source, values, caller) : appendArgument(source, call, `[${caller}]`),
  ];
}

/** `where: { id }` → `where: { id, userId: … }`. */
function whereEdits(
  effect: Effect,
  source: SourceText,
  call: CallExpression,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  if (effect.via !== "prisma") return undefined;
  const [options] = call.arguments;
  const where = options?.kind === "object" ? options.fields.find((field) => field.key === "where")?.value : undefined;
  if (where?.kind !== "object" || !isSimple(where)) return undefined;
  return [addField(source, where, column, caller)];
}

function isSimple(where: ObjectExpression): boolean {
  return where.fields.length === 1 && where.fields[0]?.key === "id" && where.fields[0].value.kind !== "object";
}
