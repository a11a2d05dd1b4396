/**
 * Scopes a query to the caller: the row is found by its id and by whose it is, so that another's id finds nothing.
 */

import type { CallExpression, ObjectExpression } from "../../facts/file-facts.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { addImport } from "../code/add-import.ts";
import { addField, appendArgument, insertAfterItem } from "../code/call-arguments.ts";
import { callsOfChain, linkNamed, methodOf } from "../code/call-chain.ts";
import { callerCode } from "../code/caller-text.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertion, tidyEdits } from "../code/text-edits.ts";
import { callAt } from "../code/visit-facts.ts";

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
      title:
        planned.column === undefined
          ? "Find only the caller's own row"
          : `Find only rows whose ${planned.column} is the caller's`,
      kind: "suggestion",
      edits: () => plan(row)?.edits ?? [],
      checklist: ["Staff who may see every row need a way of their own: a route that asks for their role."],
    }
  );
}

/** Without a column, the row is the caller's own account. */
interface Planned {
  readonly column: string | undefined;
  readonly edits: readonly Edit[];
}

function plan({ entryPoint, effect, model }: RowToScope): Planned | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  if (!source || !call || effect.target === undefined) return undefined;
  const column = ownerColumn(model, effect.target);
  const caller = callerCode(model, entryPoint, source, call.at[0]);
  if (caller === undefined || !findsByMore(model, entryPoint, effect)) return undefined;
  const edits =
    column !== undefined
      ? scoped(model, effect, source, call, { column, caller: caller.code })
      : ACCOUNTS.test(effect.target)
        ? ownRowEdits(source, call, caller.code)
        : undefined;
  return edits && { column, edits: tidyEdits([...edits, ...caller.edits]) };
}

/** Tables whose rows are callers. */
const ACCOUNTS = /^users?$/i;

/**
 * Prisma finds one row by its id and more from version 5 on.
 * https://www.prisma.io/docs/orm/more/upgrade-guides/upgrading-versions/upgrading-to-prisma-5
 */
function findsByMore(model: ServiceModel, { app }: EntryPoint, { via }: Effect): boolean {
  if (via !== "prisma") return true;
  const texts = [app === "" ? "package.json" : `${app}/package.json`, "package.json"].map((path) => model.text(path));
  return !texts.some((text) => /"@?prisma(?:\/client)?"\s*:\s*"[~^]?[1-4]\./.test(text ?? ""));
}

/** `where: { id: input.id }` → `where: { id: ctx.user.id }`: an account is found by its id alone, so the id is the caller's. */
function ownRowEdits(source: SourceText, call: CallExpression, caller: string): readonly Edit[] | undefined {
  const options = call.arguments.find((one) => one.kind === "object");
  const where = options?.kind === "object" ? options.fields.find((field) => field.key === "where")?.value : undefined;
  if (where?.kind !== "object" || where.fields.length !== 1) return undefined;
  const [id] = where.fields;
  if (id?.key !== "id" || id.value.kind === "object") return undefined;
  // `{ id }` is a name and a value at once.
  const short =
    source.text.slice(id.value.at[0] - 1, id.value.at[0]) !== ":" &&
    !/:\s*$/.test(source.text.slice(where.at[0], id.value.at[0]));
  return [{ kind: "replace", file: source.file, at: id.value.at, text: short ? `id: ${caller}` : caller }];
}

const OWNER = /^(?:user|owner|account|customer|author|member|creator|created_?by)_?(?:id)?$/i;

function ownerColumn(model: ServiceModel, target: string): string | undefined {
  const table = tableNamed(target, model.schema);
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

interface Owner {
  readonly column: string;
  readonly caller: string;
}

function scoped(
  model: ServiceModel,
  effect: Effect,
  source: SourceText,
  call: CallExpression,
  { column, caller }: Owner,
): readonly Edit[] | undefined {
  switch (effect.via) {
    case "pg":
      return sqlEdits(source, call, column, caller);
    case "prisma":
    case "sequelize":
      return optionEdits(source, call, column, caller);
    case "drizzle":
      return drizzleEdits(model, effect, source, call, { column, caller });
    case "knex":
      return criteriaEdits(source, linkNamed(call, "where"), column, caller);
    case "typeorm":
      return optionEdits(source, call, column, caller) ?? criteriaEdits(source, call, column, caller);
    case "mongoose":
      return mongooseEdits(source, call, column, caller);
    default:
      return undefined;
  }
}

/** `where: { id }` → `where: { id, userId: … }`; `findByPk(id)` → `findOne({ where: { id, userId: … } })`. */
function optionEdits(
  source: SourceText,
  call: CallExpression,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  for (const options of call.arguments) {
    const where = options.kind === "object" ? options.fields.find((field) => field.key === "where")?.value : undefined;
    if (where?.kind === "object") return addCondition(source, where, column, caller);
  }
  if (methodOf(call) !== "findByPk") return undefined;
  return renamed(source, call, "findOne", `{ where: { id: ID, ${column}: ${caller} } }`);
}

/** `deleteBy({ id })` → `deleteBy({ id, userId: … })`; `.where("id", id)` → `.where({ id: id, userId: … })`. */
function criteriaEdits(
  source: SourceText,
  call: CallExpression | undefined,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  const [first, second] = call?.arguments ?? [];
  if (first?.kind === "object") return addCondition(source, first, column, caller);
  if (first?.kind !== "literal" || first.value !== "id" || !second || call?.arguments.length !== 2) return undefined;
  const text = `{ id: ${source.text.slice(...second.at)}, ${column}: ${caller} }`;
  return [{ kind: "replace", file: source.file, at: [first.at[0], second.at[1]], text }];
}

/** `.where(eq(orders.id, id))` → `.where(and(eq(orders.id, id), eq(orders.userId, …)))`. */
function drizzleEdits(
  model: ServiceModel,
  effect: Effect,
  source: SourceText,
  call: CallExpression,
  { column, caller }: Owner,
): readonly Edit[] | undefined {
  const where = linkNamed(call, "where")?.arguments;
  const [test] = where ?? [];
  if (where?.length !== 1 || test?.kind !== "call" || test.callee.kind !== "name" || test.callee.name !== "eq")
    return undefined;
  const [id] = test.arguments;
  if (id?.kind !== "member" || id.name !== "id") return undefined;
  const table = tableNamed(effect.target, model.schema);
  const declared = table && model.text(table.place.file)?.slice(table.place.at[0]);
  // The property that stands for the column, by either of its names.
  const property = new RegExp(`\\b(\\w+)\\s*:\\s*\\w+\\(\\s*["']${column}["']|\\b(${column})\\s*:\\s*\\w+\\(`).exec(
    declared ?? "",
  );
  const name = property?.[1] ?? property?.[2];
  if (name === undefined) return undefined;
  const and = addImport(source, { module: "drizzle-orm", name: "and" });
  const own = `${test.callee.name}(${source.text.slice(...id.object.at)}.${name}, ${caller})`;
  return [
    insertion(source.file, test.at[0], `${and.local}(`),
    insertion(source.file, test.at[1], `, ${own})`),
    ...and.edits,
  ];
}

/** `findById(id)` → `findOne({ _id: id, user: … })`, and the same where it is changed or deleted. */
function mongooseEdits(
  source: SourceText,
  call: CallExpression,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  const target = callsOfChain(call).find((one) => /^(?:find|update|delete|replace)/.test(methodOf(one) ?? ""));
  const [first] = target?.arguments ?? [];
  if (!target || !first) return undefined;
  const name = methodOf(target) ?? "";
  if (/^findById/.test(name)) {
    const text = `{ _id: ID, ${column}: ${caller} }`;
    return renamed(source, target, name === "findById" ? "findOne" : name.replace("findById", "findOne"), text);
  }
  return first.kind === "object" ? addCondition(source, first, column, caller) : undefined;
}

/** Another method with the first argument, which is the id, put into a text. */
function renamed(source: SourceText, call: CallExpression, name: string, text: string): readonly Edit[] | undefined {
  const [id] = call.arguments;
  if (!id || call.callee.kind !== "member") return undefined;
  const from = call.callee.at[1] - call.callee.name.length;
  const given = text.replace("ID", () => source.text.slice(...id.at));
  return [
    { kind: "replace", file: source.file, at: [from, call.callee.at[1]], text: name },
    { kind: "replace", file: source.file, at: id.at, text: given },
  ];
}

/** Rows of a group are for all of its members: one of them owning a row says nothing about the others. */
const SHARED = /^(?:team|tenant|org|organi[sz]ation|workspace|company)_?(?:id)?$/i;

/** One condition more. Undefined where a part of the object cannot be read, or says already whose the row is. */
function addCondition(
  source: SourceText,
  where: ObjectExpression,
  column: string,
  caller: string,
): readonly Edit[] | undefined {
  const isOpen = where.fields.every(
    (field) => field.key !== undefined && field.key !== column && !SHARED.test(field.key),
  );
  return isOpen && where.fields.length > 0 ? [addField(source, where, column, caller)] : undefined;
}
