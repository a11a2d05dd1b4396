/** Unique keys of tables that a written row fills with values that are the same at the next run. */

import type { EffectEvent, Path } from "../../model/path.ts";
import type { Schema, Table } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isUnstable } from "../terms/fresh.ts";
import { isSent } from "../terms/sent.ts";
import { containsTerm, termsWithin } from "../terms/terms.ts";
import { columnsOf } from "./row-columns.ts";

/** A unique key of the table that the inserted row fills with values of the request. */
export function uniqueKeyOf(
  effect: EffectEvent,
  path: Path,
  schema: Schema,
  made: ReadonlySet<Term>,
): string | undefined {
  if (effect.operation !== "insert" || effect.target === undefined) return undefined;
  if (effect.conflict)
    return effect.conflict.length > 0 ? `${effect.target}(${effect.conflict.join(", ")})` : effect.target;
  return filledKey(effect, path, schema, made);
}

/** A unique key of the table whose columns the row fills with values that are the same at the next run. */
export function filledKey(
  effect: EffectEvent,
  path: Path,
  schema: Schema,
  made: ReadonlySet<Term>,
): string | undefined {
  const table = tableNamed(effect.target, schema);
  if (!table || effect.data === undefined) return undefined;
  const { filled, sent } = columnsOf(effect.data, path);
  const isFilled = (column: string): boolean => {
    const value = filled.get(column.toLowerCase());
    // What the table asks for is among what was sent, or nothing is written at all.
    if (value === undefined) return sent && isRequired(column, table) && !isNamedOtherwise(column, filled);
    if (isSent(value) && value.path.at(-1) === column && countsItself(column, table)) return false;
    return isSameNextTime(value, effect, path, made) && !isNextFree(column, effect, path);
  };
  const unique = table.unique.find((columns) => columns.every(isFilled));
  return unique && `${effect.target}(${unique.join(", ")})`;
}

/** `orderNo` in code is `order_no` in the database. */
function isNamedOtherwise(column: string, filled: ReadonlyMap<string, Term>): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll("_", "");
  return [...filled.keys()].some((name) => plain(name) === plain(column));
}

function isRequired(name: string, { columns }: Table): boolean {
  const column = columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return column !== undefined && !column.optional && !column.generated;
}

/** `id SERIAL`: the database gives the number, and nobody sends one for a row that is new. */
function countsItself(name: string, { columns }: Table): boolean {
  const column = columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return column?.generated === true && /serial|int|number|increment|identity/i.test(column.type);
}

function isSameNextTime(value: Term, effect: EffectEvent, path: Path, made: ReadonlySet<Term>): boolean {
  // Any number of rows may have nothing in a column of a unique key.
  if (mayBeNothing(value)) return false;
  if (isUnstable(value) || isIdOf(value, made) || isKeyOfMade(value, path, made) || made.has(value)) return false;
  return !isNextNumber(value, effect, path) && !isCounted(value, path, made);
}

/** `schedule.scheduleId` of a row made in this run, which was not told its id. */
function isKeyOfMade(value: Term, path: Path, made: ReadonlySet<Term>): boolean {
  const { name, of } = partOf(value);
  const own = /^(.+?)_?id$/i.exec(name)?.[1]?.toLowerCase();
  if (!of || own === undefined || !made.has(of)) return false;
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.result === of &&
      singular(event.target?.toLowerCase() ?? "") === singular(own) &&
      event.data?.kind === "object" &&
      event.data.fields.every(({ key }) => key !== undefined && key !== name),
  );
}

/** `body.slug || null`: the code itself says that there may be none. */
function mayBeNothing(value: Term): boolean {
  if (value.kind === "choice") return value.options.some(mayBeNothing);
  if (value.kind === "operation" && /^(?:\|\||\?\?)$/.test(value.operator))
    return value.parts.slice(1).some(mayBeNothing);
  if (value.kind === "operation" && value.operator === "?:") return value.parts.slice(1).some(mayBeNothing);
  return value.kind === "undefined" || (value.kind === "literal" && value.value === null);
}

/** `(last?.version ?? 0) + 1`: one more than what was read of the same table. */
function isNextNumber(value: Term, effect: EffectEvent, path: Path): boolean {
  const sums = [...termsWithin(value)].filter((part) => part.kind === "operation" && /^[+-]{1,2}$/.test(part.operator));
  if (sums.length === 0) return false;
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      event.order < effect.order &&
      event.target !== undefined &&
      event.target === effect.target &&
      sums.some((sum) => containsTerm(sum, event.result)),
  );
}

/** `ORDER-${sequence.last}` of a counter that this run counted on. */
function isCounted(value: Term, path: Path, made: ReadonlySet<Term>): boolean {
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.operation === "increment" &&
      made.has(event.result) &&
      containsTerm(value, event.result),
  );
}

/** It was looked for in a loop until none was found: the next request takes the next one that is free. */
function isNextFree(column: string, effect: EffectEvent, path: Path): boolean {
  return path.events.some(
    (event) =>
      event.kind === "effect" &&
      event.access === "read" &&
      event.order < effect.order &&
      event.target === effect.target &&
      event.where?.kind === "object" &&
      event.where.fields.some(({ key }) => key?.toLowerCase() === column.toLowerCase()) &&
      event.scopes.some((scope) => scope.kind === "loop" && scope.over === undefined && !effect.scopes.includes(scope)),
  );
}

/** The row's columns are not all known, and the table has a key of its own nature: the row may well fill it. */
export function mayFillKey(effect: EffectEvent, path: Path, schema: Schema, made: ReadonlySet<Term>): boolean {
  if (effect.operation !== "insert" || effect.data === undefined) return false;
  const table = tableNamed(effect.target, schema);
  if (!table) return false;
  const { filled, maybe, whole } = columnsOf(effect.data, path);
  const generated = new Set(
    table.columns.filter((column) => column.generated).map((column) => column.name.toLowerCase()),
  );
  const optional = new Set(
    table.columns.filter((column) => column.optional).map((column) => column.name.toLowerCase()),
  );
  const mayBeSame = (column: string): boolean => {
    const value = filled.get(column.toLowerCase());
    if (value !== undefined) return isSameNextTime(value, effect, path, made) && !isNextFree(column, effect, path);
    // What may be missing does not tell two requests apart, unless the table asks for it.
    if (maybe.has(column.toLowerCase())) return !optional.has(column.toLowerCase());
    return !whole;
  };
  return table.unique.some(
    (unique) => unique.every(mayBeSame) && !unique.every((column) => generated.has(column.toLowerCase())),
  );
}

/** What an upsert looks for: its condition, else what the row has in the columns of the conflict clause. */
export function keyOfUpsert(effect: EffectEvent): readonly Term[] {
  if (effect.where !== undefined) return [effect.where];
  const columns = new Set((effect.conflict ?? []).map((column) => column.toLowerCase()));
  if (effect.data?.kind !== "object") return [];
  return effect.data.fields.filter(({ key }) => columns.has(key?.toLowerCase() ?? "")).map((field) => field.value);
}

const ID = /^(?:id|_id|uuid|insertId|insertedId|insertedIds|lastInsertRowid|lastID)$/;

/** The id of a row made in this run: another one at the next. */
export function isIdOf(term: Term, made: ReadonlySet<Term>): boolean {
  if (made.size === 0) return false;
  const { name, of } = partOf(term);
  return of !== undefined && ID.test(name) && [...made].some((row) => containsTerm(of, row));
}

/** The name of a column, and the row that it was read of. */
function partOf(term: Term): { readonly name: string; readonly of: Term | undefined } {
  if (term.kind === "member") return { name: term.name, of: term.of };
  return term.kind === "external" ? { name: term.path.at(-1) ?? "", of: term.base } : { name: "", of: undefined };
}
