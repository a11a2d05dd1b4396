/**
 * Reads SQL text: which tables a statement reads and writes, and what running it again would do.
 *
 * No grammar of one dialect: clauses are found by their keywords, at the depth of parentheses they belong to, so that
 * PostgreSQL, MySQL, SQLite and SQL Server, text with holes and half a statement all give what can be told from them.
 * Linear in the length of the text.
 */

import { assignments, listsWithout } from "./sql-changes.ts";
import { conditions, readValue } from "./sql-clauses.ts";
import { joinedTables } from "./sql-joins.ts";
import type { SqlAssignment, SqlCondition, SqlEffect, SqlOperation, SqlStatement } from "./sql-statement.ts";
import { named, START, tableAt, tableList } from "./sql-tables.ts";
import { inner, spans, splitAt, type TokenRange } from "./token-range.ts";
import { tokenizeSql } from "./tokenize-sql.ts";

export type * from "./sql-statement.ts";

/** The statements of a text, in order. Holes of the text are `HOLE` characters (see `tokenize-sql.ts`). */
export function readSql(text: string): readonly SqlStatement[] {
  const whole = spans(tokenizeSql(text));
  return splitAt(whole, ";")
    .filter((range) => range.end > range.start)
    .map((range) => readStatement(range, new Set()));
}

function readStatement(range: TokenRange, outer: ReadonlySet<string>): SqlStatement {
  if (range.word(range.start) === undefined && range.symbol(range.start) === "(") {
    return readStatement(inner(range, range.start), outer);
  }
  switch (range.word(range.start)) {
    case "with":
      return readWith(range, outer);
    case "select":
    case "values":
    case "table":
      return { kind: "select", effects: readSelect(range, outer) };
    case "insert":
    case "replace":
    case "copy":
      return { kind: "insert", effects: readInsert(range, outer) };
    case "update":
      return { kind: "update", effects: readUpdate(range, outer) };
    case "delete":
      return { kind: "delete", effects: readDelete(range, outer) };
    case "truncate": {
      const name = range.word(range.start + 1) === "table" ? range.start + 2 : range.start + 1;
      return { kind: "truncate", effects: [effect("delete", tableAt(range, name)?.name)] };
    }
    case "merge":
      return { kind: "merge", effects: readMerge(range, outer) };
    case "begin":
      return { kind: "begin", effects: [] };
    case "start":
      return { kind: range.word(range.start + 1) === "transaction" ? "begin" : "other", effects: [] };
    case "rollback":
      return { kind: range.word(range.start + 1) === "to" ? "other" : "end", effects: [] };
    case "commit":
    case "end":
      return { kind: "end", effects: [] };
    case "create":
    case "alter":
    case "drop":
      return { kind: "definition", effects: [] };
    case "call":
    case "exec":
    case "execute":
    case "do":
      return { kind: "procedure", effects: [] };
    default:
      return { kind: "other", effects: [] };
  }
}

function effect(operation: SqlOperation, table: string | undefined, more: Partial<SqlEffect> = {}): SqlEffect {
  return {
    access: operation === "read" ? "read" : "write",
    operation,
    table,
    values: [],
    where: [],
    partial: false,
    conflict: undefined,
    lock: false,
    returning: false,
    ...more,
  };
}

/** `WITH a AS (…), b AS (…) statement`: the names of the parts are no tables, what the parts do counts. */
function readWith(range: TokenRange, outer: ReadonlySet<string>): SqlStatement {
  const names = new Set(outer);
  const parts: SqlEffect[] = [];
  const claims = new Set<string>();
  let position = range.start + 1;
  if (range.word(position) === "recursive") position++;
  while (position < range.end) {
    const name = range.identifier(position);
    if (name === undefined) break;
    names.add(name);
    position++;
    if (range.symbol(position) === "(") position = range.close(position) + 1;
    if (range.word(position) !== "as") break;
    position++;
    while (range.word(position) === "not" || range.word(position) === "materialized") position++;
    if (range.symbol(position) !== "(") break;
    const part = inner(range, position);
    const { effects } = readStatement(part, names);
    parts.push(...effects);
    if (effects.some((one) => happensOnce(one, part))) claims.add(name);
    position = range.close(position) + 1;
    if (range.symbol(position) !== ",") break;
    position++;
  }
  if (position >= range.end || !START.test(range.word(position) ?? "")) {
    return { kind: "other", effects: parts };
  }
  const main = readStatement(range.from(position), names);
  const follows = mentions(range.from(position), claims);
  const effects = main.effects.map((one) => (follows && one.access === "write" ? { ...one, follows } : one));
  return { kind: main.kind, effects: inOrder(addingMissing([...parts, ...effects], range)) };
}

/** `INSERT INTO t SELECT … LEFT JOIN t ON … WHERE t.id IS NULL`: only what is missing is added. */
function addingMissing(effects: readonly SqlEffect[], range: TokenRange): readonly SqlEffect[] {
  if (!asksForMissing(range)) return effects;
  const read = new Set(
    effects.flatMap(({ access, table }) => (access === "read" && table !== undefined ? [table] : [])),
  );
  return effects.map((one) =>
    one.operation === "insert" && one.values.length === 0 && read.has(one.table ?? "")
      ? { ...one, follows: true }
      : one,
  );
}

/** A `LEFT JOIN` somewhere, one of whose columns is asked to be missing. */
function asksForMissing(range: TokenRange): boolean {
  const joined = new Set<string>();
  for (let at = range.start; at < range.end; at++) {
    if (range.word(at) === "left" && (range.word(at + 1) === "join" || range.word(at + 2) === "join")) {
      const table = tableAt(range, range.word(at + 1) === "join" ? at + 2 : at + 3);
      const alias = table && range.identifier(range.word(table.after) === "as" ? table.after + 1 : table.after);
      if (table?.name !== undefined) joined.add(table.name);
      if (alias !== undefined && alias !== "on") joined.add(alias);
    }
  }
  if (joined.size === 0) return false;
  for (let at = range.start; at < range.end; at++) {
    if (range.word(at) === "is" && range.word(at + 1) === "null" && joined.has(range.identifier(at - 3) ?? ""))
      return true;
  }
  return false;
}

/** What it gives back (`RETURNING`) are no rows the second time. */
function happensOnce({ operation, returning }: SqlEffect, range: TokenRange): boolean {
  if (!returning) return false;
  return operation === "delete" || (operation === "upsert" && range.positions("nothing").length > 0);
}

function mentions(range: TokenRange, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (let at = range.start; at < range.end; at++) if (names.has(range.identifier(at) ?? "")) return true;
  return false;
}

function inOrder(effects: readonly SqlEffect[]): readonly SqlEffect[] {
  return [...effects.filter((one) => one.access === "write"), ...effects.filter((one) => one.access === "read")];
}

function readSelect(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  const lock = range.positions(
    "for",
    (at) => /^(?:update|share|key)$/.test(range.word(at + 1) ?? "") || range.word(at + 2) === "key",
  ).length;
  const { where, partial } = conditions(range);
  const tables = range
    .positions("from", (at) => range.word(at - 1) !== "distinct")
    .flatMap((at) => tableList(range, at + 1));
  // Of what is put together from several statements nothing is said.
  const isOne = outer.size === 0 && range.positions("union").length === 0;
  const joined: ReadonlySet<string | undefined> = isOne ? joinedTables(range, tables) : new Set();
  const effects = named(tables, outer).map((table) =>
    effect("read", table, { where, partial, lock: lock > 0, ...(joined.has(table) && { joined: true }) }),
  );
  return merged([...effects, ...nested(range, outer)]);
}

function readInsert(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  const replaces = range.word(range.start) === "replace" || range.word(range.start + 2) === "replace";
  const ignores = range.word(range.start + 1) === "ignore" || range.word(range.start + 2) === "ignore";
  const into = range.positions("into")[0] ?? range.start;
  const table = tableAt(range, into + 1);
  let position = table?.after ?? into + 1;
  if (range.word(position) === "as") position += 2;

  let columns: readonly (string | undefined)[] = [];
  if (range.symbol(position) === "(" && !START.test(range.word(position + 1) ?? "")) {
    columns = splitAt(inner(range, position), ",").map((column) => column.identifier(column.start));
    position = range.close(position) + 1;
  }
  const values: SqlAssignment[] = [];
  if (range.token(position)?.kind === "hole") {
    // postgres.js: insert into t ${sql(row)} gives columns and values at once.
    values.push({ column: undefined, value: readValue(range.slice(position, position + 1)) });
  }
  const list = range.positions("values").find((at) => at >= position);
  if (list !== undefined && range.symbol(list + 1) === "(") {
    splitAt(inner(range, list + 1), ",").forEach((value, index) => {
      values.push({ column: columns[index], value: readValue(value) });
    });
  } else if (list !== undefined) {
    values.push({ column: undefined, value: readValue(range.slice(list + 1, Math.min(list + 2, range.end))) });
  }
  if (range.word(position) === "set") values.push(...assignments(range, position + 1, position + 1, new Set()).values);

  const conflict = readConflict(range, position) ?? unlessExists(range, position);
  const operation = conflict?.operation ?? (replaces || ignores ? "upsert" : "insert");
  const written = effect(operation, table?.name, {
    values,
    conflict: conflict?.columns ?? (replaces || ignores ? [] : undefined),
    returning: range.positions("returning").length > 0,
    ...(conflict?.givesAnyway && { givesAnyway: true }),
  });
  const select = range.positions("select")[0];
  const reads =
    select !== undefined ? readSelect(range.slice(select, conflict?.at ?? range.end), outer) : nested(range, outer);
  return inOrder([written, ...reads]);
}

/** `ON CONFLICT …` and `ON DUPLICATE KEY UPDATE …`. */
function readConflict(
  range: TokenRange,
  from: number,
):
  | {
      readonly operation: SqlOperation;
      readonly columns: readonly string[];
      readonly at: number;
      readonly givesAnyway?: boolean;
    }
  | undefined {
  const at = range
    .positions("on", (on) => /^(?:conflict|duplicate)$/.test(range.word(on + 1) ?? ""))
    .find((on) => on >= from);
  if (at === undefined) return undefined;
  const columns =
    range.symbol(at + 2) === "("
      ? splitAt(inner(range, at + 2), ",").flatMap((column) => column.identifier(column.start) ?? [])
      : [];
  const update = range.positions("update").find((position) => position > at);
  if (update === undefined) return { operation: "upsert", columns, at };
  const set = range.word(update + 1) === "set" ? update + 2 : update + 1;
  const { operation } = assignments(range, set, at, new Set());
  // A condition leaves rows out, and `xmax` tells those that were there.
  const tells = range.positions("where").some((position) => position > update) || range.positions("xmax").length > 0;
  return { operation: operation === "set" ? "upsert" : operation, columns, at, givesAnyway: !tells };
}

/** `INSERT … SELECT … WHERE NOT EXISTS (SELECT … WHERE id = $1)`: inserted only where nothing has the same columns. */
function unlessExists(range: TokenRange, from: number): ReturnType<typeof readConflict> {
  const at = range.positions("exists", (exists) => exists >= from && range.word(exists - 1) === "not")[0];
  if (at === undefined || range.symbol(at + 1) !== "(") return undefined;
  const columns = conditions(inner(range, at + 1)).where.flatMap(({ column }) => column ?? []);
  return { operation: "upsert", columns, at: range.end };
}

/** The conditions of a write; `LIMIT 1` and `TOP (1)` leave out more rows than those tell. */
function limited(range: TokenRange): ReturnType<typeof conditions> {
  const found = conditions(range);
  const isCut = range.positions("limit").length > 0 || range.word(range.start + 1) === "top";
  return isCut ? { ...found, partial: true } : found;
}

function readUpdate(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  let position = range.start + 1;
  while (/^(?:only|low_priority|ignore|or|rollback|abort|replace|fail)$/.test(range.word(position) ?? "")) position++;
  const table = tableAt(range, position);
  const set = range.positions("set")[0];
  const { where, partial } = limited(range);
  const compared = new Set(where.flatMap(({ column, operator }) => (column && operator === "=" ? [column] : [])));
  const changes = assignments(range, set === undefined ? range.end : set + 1, position, compared, listsWithout(range));
  const written = effect(changes.operation, table?.name, {
    values: changes.values,
    where,
    partial,
    returning: range.positions("returning").length > 0,
  });
  const tables = range
    .positions("from", (at) => range.word(at - 1) !== "distinct")
    .flatMap((at) => tableList(range, at + 1));
  return inOrder([
    written,
    ...named(tables, outer).map((name) => effect("read", name, { where, partial })),
    ...nested(range, outer),
  ]);
}

function readDelete(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  const from = range.positions("from")[0] ?? range.start;
  const { where, partial } = limited(range);
  const written = effect("delete", tableAt(range, from + 1)?.name, {
    where,
    partial,
    returning: range.positions("returning").length > 0,
  });
  const using = range.positions("using").flatMap((at) => tableList(range, at + 1));
  return inOrder([
    written,
    ...named(using, outer).map((name) => effect("read", name, { where, partial })),
    ...nested(range, outer),
  ]);
}

function readMerge(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  const into = range.word(range.start + 1) === "into" ? range.start + 2 : range.start + 1;
  const on = range.positions("on")[0];
  const when = range.positions("when")[0] ?? range.end;
  const columns =
    on === undefined ? [] : conditions(range.slice(on, when), "on").where.flatMap(({ column }) => column ?? []);
  return inOrder([effect("upsert", tableAt(range, into)?.name, { conflict: columns }), ...nested(range, outer)]);
}

/** What sub-selects (and data-changing parts) in parentheses do. */
function nested(range: TokenRange, outer: ReadonlySet<string>): readonly SqlEffect[] {
  const found: SqlEffect[] = [];
  for (let position = range.start; position < range.end; position++) {
    if (range.symbol(position) !== "(") continue;
    const group = inner(range, position);
    if (START.test(group.word(group.start) ?? "")) {
      found.push(...readStatement(group, outer).effects);
      position = range.close(position);
    }
  }
  return found;
}

/** One read per table, with the conditions of all its mentions. */
function merged(effects: readonly SqlEffect[]): readonly SqlEffect[] {
  const byTable = new Map<string, SqlEffect>();
  const others: SqlEffect[] = [];
  for (const one of effects) {
    if (one.access !== "read" || one.table === undefined) {
      others.push(one);
      continue;
    }
    const known = byTable.get(one.table);
    const where: readonly SqlCondition[] = known
      ? [...known.where, ...one.where.filter((c) => !known.where.includes(c))]
      : one.where;
    const { joined, ...read } = one;
    const isJoined = joined && (!known || known.joined);
    byTable.set(one.table, {
      ...read,
      where,
      lock: one.lock || (known?.lock ?? false),
      ...(isJoined && { joined }),
    });
  }
  return inOrder([...byTable.values(), ...others]);
}
