/**
 * A row that is looked up and then added is added by one statement that does nothing where it is there: on a unique key of
 * what the look-up asked for. Of two requests at once, the second finds the first one's row.
 */

import type { CallExpression, ObjectExpression } from "../../facts/file-facts.ts";
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import type { Effect } from "../../model/effect.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { linkNamed, methodOf } from "../code/call-chain.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { composeEdits, insertion, tidyEdits } from "../code/text-edits.ts";
import { callAt } from "../code/visit-facts.ts";
import { addUniqueKey } from "../schema/unique-key.ts";

export interface RowToAddOnce {
  readonly effect: Effect;
  readonly model: ServiceModel;
  /** What the second of two requests gets: the first one's row, or an error. An account is nobody else's to be had. */
  readonly second: "row" | "error";
}

/** Undefined where the look-up asks for something else than columns of the new row. */
export function upsertInstead(row: RowToAddOnce): Fix | undefined {
  const planned = plan(row);
  if (!planned) return undefined;
  const { columns, steps } = planned;
  return {
    title: `${row.second === "row" ? "Add it once" : "Refuse a second one"}, by a unique key on ${columns.join(" and ")}`,
    kind: "suggestion",
    edits: () => plan(row)?.edits ?? [],
    checklist: [
      `Look for rows of ${row.effect.target} that have the same ${columns.join(" and ")} already, and merge them: the key cannot be made while there are any.`,
      ...steps,
      ...(row.second === "error" ? ["Answer 409 where the database refuses the row: until then it is a 500."] : []),
    ],
  };
}

interface Planned {
  readonly columns: readonly string[];
  readonly edits: readonly Edit[];
  readonly steps: readonly string[];
}

function plan({ effect, model, second }: RowToAddOnce): Planned | undefined {
  const source = sourceText(model, effect.call.place.file);
  const call = source && callAt(source.facts, effect.call.place.at);
  const table = tableNamed(effect.target, model.schema);
  const asked = askedFor(effect);
  if (!source || !call || !table || !asked) return undefined;
  const columns = asked.map(({ key }) => key);
  const edits =
    second === "error"
      ? []
      : effect.via === "mongoose"
        ? mongooseEdits(source, call, asked)
        : inLibrary(effect.via, source, call, columns);
  const key = edits && addUniqueKey({ model, app: effect.entryPoint.app, via: effect.via, table, columns });
  const all = key && composeEdits(edits, key.edits);
  return all && { columns, edits: tidyEdits(all), steps: key.steps };
}

const MOST_COLUMNS = 4;

interface Asked {
  readonly key: string;
  readonly value: Term;
}

/** The columns of the look-up, where the new row has each of them with the same value. */
function askedFor(effect: Effect): readonly Asked[] | undefined {
  const row = effect.data?.kind === "object" ? effect.data.fields : [];
  for (const read of effect.entryPoint.effects) {
    if (read.access !== "read" || read.order >= effect.order || read.target !== effect.target) continue;
    if (read.where?.kind !== "object" || read.where.fields.length > MOST_COLUMNS) continue;
    const asked = read.where.fields.flatMap(({ key, value }) =>
      key !== undefined && /^[A-Za-z_]\w*$/.test(key) && row.some((field) => field.key === key && field.value === value)
        ? [{ key, value }]
        : [],
    );
    if (asked.length > 0 && asked.length === read.where.fields.length) return asked;
  }
  return undefined;
}

function inLibrary(
  via: string,
  source: SourceText,
  call: CallExpression,
  columns: readonly string[],
): readonly Edit[] | undefined {
  switch (via) {
    case "prisma":
      return prismaEdits(source, call, columns);
    case "drizzle":
      return drizzleEdits(source, call, columns);
    case "knex":
      return knexEdits(source, call, columns);
    case "pg":
      return sqlEdits(source, call, columns);
    default:
      return undefined;
  }
}

/** `userId: req.user.id, shop`: the key's columns as the row's literal has them. */
function keyText(source: SourceText, row: ObjectExpression, columns: readonly string[]): string | undefined {
  const parts = columns.map((column) => {
    const value = row.fields.find((field) => field.key === column)?.value;
    const text = value && source.text.slice(...value.at);
    return text === undefined || text.includes("\n") ? undefined : text === column ? column : `${column}: ${text}`;
  });
  return parts.every((part) => part !== undefined) ? parts.join(", ") : undefined;
}

/** `create({ data })` → `upsert({ where: { … }, update: {}, create })`. https://www.prisma.io/docs/orm/reference/prisma-client-reference#upsert */
function prismaEdits(
  source: SourceText,
  call: CallExpression,
  columns: readonly string[],
): readonly Edit[] | undefined {
  const [options] = call.arguments;
  if (methodOf(call) !== "create" || call.callee.kind !== "member" || options?.kind !== "object") return undefined;
  const data = options.fields.find((field) => field.key === "data");
  if (data?.value.kind !== "object" || options.fields.some((field) => field.key === undefined)) return undefined;
  const key = keyText(source, data.value, columns);
  if (key === undefined) return undefined;
  const where = columns.length === 1 ? `{ ${key} }` : `{ ${columns.join("_")}: { ${key} } }`;
  const from = call.callee.at[1] - "create".length;
  const name = source.text.slice(data.at[0], data.value.at[0]).replace(/^data/, "create");
  return [
    { kind: "replace", file: source.file, at: [from, call.callee.at[1]], text: "upsert" },
    {
      kind: "replace",
      file: source.file,
      at: [data.at[0], data.value.at[0]],
      text: `where: ${where}, update: {}, ${name}`,
    },
  ];
}

/** `create({ … })` → `findOneAndUpdate({ key }, { $setOnInsert: { … } }, { upsert: true, new: true })`. https://mongoosejs.com/docs/tutorials/findoneandupdate.html#upsert */
function mongooseEdits(source: SourceText, call: CallExpression, asked: readonly Asked[]): readonly Edit[] | undefined {
  const [row] = call.arguments;
  if (methodOf(call) !== "create" || call.callee.kind !== "member") return undefined;
  if (row?.kind !== "object" || call.arguments.length !== 1) return undefined;
  const parts = asked.map(({ key, value }) => {
    const text = keyText(source, row, [key]);
    // What was sent may be an operator; it is compared as a value.
    return text !== undefined && holds(value, HOLDS_CLIENT_DATA)
      ? `${key}: { $eq: ${text === key ? key : text.slice(key.length + 2)} }`
      : text;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  const from = call.callee.at[1] - "create".length;
  return [
    { kind: "replace", file: source.file, at: [from, call.callee.at[1]], text: "findOneAndUpdate" },
    insertion(source.file, row.at[0], `{ ${parts.join(", ")} }, { $setOnInsert: `),
    insertion(source.file, row.at[1], " }, { upsert: true, new: true, runValidators: true }"),
  ];
}

/** `.values({ … })` → `.values({ … }).onConflictDoUpdate({ … })`. https://orm.drizzle.team/docs/insert#upserts-and-conflicts */
function drizzleEdits(
  source: SourceText,
  call: CallExpression,
  columns: readonly string[],
): readonly Edit[] | undefined {
  const table = linkNamed(call, "insert")?.arguments[0];
  const values = linkNamed(call, "values");
  const [row] = values?.arguments ?? [];
  if (table?.kind !== "name" || !values || row?.kind !== "object") return undefined;
  const [first] = columns;
  const value = keyText(source, row, [first!]);
  if (value === undefined) return undefined;
  const target = `[${columns.map((column) => `${table.name}.${column}`).join(", ")}]`;
  // The row that is there is given back only by an update, be it to the value it has.
  const text = linkNamed(call, "returning")
    ? `.onConflictDoUpdate({ target: ${target}, set: { ${value} } })`
    : `.onConflictDoNothing({ target: ${target} })`;
  return [insertion(source.file, values.at[1], text)];
}

/** `.insert({ … })` → `.insert({ … }).onConflict([…]).ignore()`. https://knexjs.org/guide/query-builder.html#onconflict */
function knexEdits(source: SourceText, call: CallExpression, columns: readonly string[]): readonly Edit[] | undefined {
  const insert = linkNamed(call, "insert");
  const [row] = insert?.arguments ?? [];
  if (!insert || row?.kind !== "object" || linkNamed(call, "onConflict")) return undefined;
  const list = `[${columns.map((column) => `"${column}"`).join(", ")}]`;
  const gives = linkNamed(call, "returning") !== undefined || insert.arguments.length > 1;
  return [insertion(source.file, insert.at[1], `.onConflict(${list}).${gives ? `merge(${list})` : "ignore()"}`)];
}

/** `INSERT … VALUES (…)` → `… ON CONFLICT (…) DO NOTHING`. https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT */
function sqlEdits(source: SourceText, call: CallExpression, columns: readonly string[]): readonly Edit[] | undefined {
  const [text] = call.arguments;
  if (text?.kind !== "literal" && (text?.kind !== "template" || text.values.length > 0)) return undefined;
  const sql = source.text.slice(...text.at);
  const found = /^(.*\bINSERT\s+INTO\b.*?\bVALUES\s*\([^()]*\))(\s+RETURNING\b.*)?(\s*;?\s*)$/is.exec(sql.slice(1, -1));
  if (!found || /\bON\s+CONFLICT\b/i.test(sql)) return undefined;
  const [first] = columns;
  const does = found[2] === undefined ? "DO NOTHING" : `DO UPDATE SET ${first} = EXCLUDED.${first}`;
  return [insertion(source.file, text.at[0] + 1 + found[1]!.length, ` ON CONFLICT (${columns.join(", ")}) ${does}`)];
}
