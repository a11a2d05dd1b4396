/**
 * Reads the schema from SQL: migrations in order, or a dump.
 *
 * `CREATE TABLE` with its constraints, unique indexes (partial ones too: they hold for the rows they are about),
 * `ALTER TABLE` adding, dropping and renaming. What cannot be read is passed over.
 */
import type { Column, Table } from "../model/service-model.ts";
import { inner, spans, splitAt, type TokenRange } from "../sql/token-range.ts";
import { tokenizeSql } from "../sql/tokenize-sql.ts";
import { distinctKeys } from "./create-schema.ts";

export interface SqlFile {
  readonly file: string;
  readonly text: string;
  /** Where the text begins in the file; at its start, if nothing is said. */
  readonly from?: number;
}

interface MutableTable {
  name: string;
  readonly columns: Map<string, Column>;
  /** By constraint or index name; unnamed ones by their columns. */
  readonly unique: Map<string, readonly string[]>;
  rowSecurity: boolean;
  readonly place: Table["place"];
}

/** The tables that stand after all these files have run, in the order given. */
export function readSqlSchema(files: readonly SqlFile[]): readonly Table[] {
  const tables = new Map<string, MutableTable>();
  const indexes = new Map<string, string>();
  for (const file of files) {
    for (const statement of splitAt(spans(tokenizeSql(file.text)), ";"))
      readDefinition(statement, file, tables, indexes);
  }
  return [...tables.values()].map(({ name, columns, unique, rowSecurity, place }) => ({
    name,
    ...(rowSecurity && { rowSecurity }),
    unique: distinctKeys([...unique.values()]),
    columns: [...columns.values()],
    place,
  }));
}

function readDefinition(
  statement: TokenRange,
  file: SqlFile,
  tables: Map<string, MutableTable>,
  indexes: Map<string, string>,
): void {
  const verb = statement.word(statement.start);
  const words = [1, 2, 3, 4].map((distance) => statement.word(statement.start + distance));
  if (verb === "create" && words.includes("table")) {
    createTable(statement, statement.start + words.indexOf("table") + 2, file, tables);
  } else if (verb === "create" && words[0] === "unique") {
    createUniqueIndex(statement, tables, indexes);
  } else if (verb === "alter" && words[0] === "table") {
    alterTable(statement, tables);
  } else if (verb === "drop" && words[0] === "table") {
    for (const part of splitAt(statement.from(statement.start + 2), ",")) {
      const { name } = nameAt(part, part.start);
      if (name) tables.delete(name);
    }
  } else if (verb === "drop" && words[0] === "index") {
    const { name } = nameAt(statement, statement.start + 2);
    const table = name === undefined ? undefined : tables.get(indexes.get(name) ?? "");
    if (name !== undefined) table?.unique.delete(name);
  }
}

/** A possibly qualified name after `IF [NOT] EXISTS`, `ONLY`, `CONCURRENTLY`; the position after it. */
function nameAt(range: TokenRange, from: number): { readonly name: string | undefined; readonly after: number } {
  let position = from;
  while (/^(?:if|not|exists|only|concurrently)$/.test(range.word(position) ?? "")) position++;
  let name = range.identifier(position);
  while (range.symbol(position + 1) === ".") {
    position += 2;
    name = range.identifier(position);
  }
  return { name, after: position + 1 };
}

function createTable(
  statement: TokenRange,
  first: number,
  { file, from = 0 }: SqlFile,
  tables: Map<string, MutableTable>,
): void {
  const { name, after } = nameAt(statement, first);
  if (name === undefined || statement.symbol(after) !== "(") return;
  if (tables.has(name) && statement.slice(first, after).positions("exists").length > 0) return;
  const start = from + (statement.token(statement.start)?.at ?? 0);
  const last = statement.token(after - 1);
  const table: MutableTable = {
    name,
    columns: new Map(),
    unique: new Map(),
    rowSecurity: false,
    place: { file, at: [start, (last ? from + last.at : start) + name.length] },
  };
  tables.set(name, table);
  for (const part of splitAt(inner(statement, after), ",")) readTablePart(part, table);
}

/** A column or a constraint of a table. */
function readTablePart(part: TokenRange, table: MutableTable): void {
  const first = part.token(part.start)?.kind === "word" ? part.word(part.start) : undefined;
  if (
    first === "constraint" ||
    first === "primary" ||
    first === "unique" ||
    first === "foreign" ||
    first === "check" ||
    first === "exclude" ||
    first === "key" ||
    first === "index" ||
    first === "fulltext" ||
    first === "spatial" ||
    first === "like"
  ) {
    readConstraint(part, table);
  } else {
    readColumn(part, table);
  }
}

function readConstraint(part: TokenRange, table: MutableTable): void {
  const name = part.word(part.start) === "constraint" ? part.identifier(part.start + 1) : undefined;
  const primary = part.positions("primary")[0];
  const unique = part.positions("unique")[0];
  const start = primary ?? unique;
  if (start !== undefined) {
    const group = groupAfter(part, start);
    const columns = group ? columnsOf(group) : [];
    const own = part.identifier(start + 1);
    const label =
      name ?? (unique !== undefined && /^(?:key|index)$/.test(own ?? "") ? part.identifier(start + 2) : undefined);
    if (columns.length > 0) table.unique.set(label ?? columns.join(","), columns);
    return;
  }
  const exclude = part.positions("exclude")[0];
  if (exclude !== undefined) {
    // `EXCLUDE USING gist (room WITH =, during WITH &&)`: a second row with the same values is refused.
    const group = groupAfter(part, exclude);
    const columns = group ? columnsOf(group) : [];
    if (columns.length > 0) table.unique.set(name ?? columns.join(","), columns);
    return;
  }
  const foreign = part.positions("foreign")[0];
  const references = part.positions("references")[0];
  const group = foreign === undefined ? undefined : groupAfter(part, foreign);
  if (group && references !== undefined) {
    const target = nameAt(part, references + 1).name;
    for (const column of columnsOf(group)) {
      const known = table.columns.get(column);
      if (known) table.columns.set(column, { ...known, references: target });
    }
  }
}

function groupAfter(range: TokenRange, from: number): TokenRange | undefined {
  const open = range.from(from).findSymbol(["("]);
  return open === undefined ? undefined : inner(range, open);
}

/** Columns of a key: `(a, b DESC)`, `(lower(email))`, `(name(20))`. */
function columnsOf(group: TokenRange): readonly string[] {
  return splitAt(group, ",").flatMap((part) => {
    const isCall =
      part.symbol(part.start + 1) === "(" && /^(?:lower|upper|coalesce|trim)$/.test(part.word(part.start) ?? "");
    const isGroup = part.symbol(part.start) === "(";
    const column = isCall
      ? part.identifier(part.start + 2)
      : isGroup
        ? columnsOf(inner(part, part.start))[0]
        : part.identifier(part.start);
    return column === undefined ? [] : [column];
  });
}

function readColumn(part: TokenRange, table: MutableTable): void {
  const name = part.identifier(part.start);
  const type = part.identifier(part.start + 1) ?? "";
  if (name === undefined) return;
  const isPrimary = part.positions("primary").length > 0;
  if (isPrimary || part.positions("unique").length > 0) table.unique.set(`${name}`, [name]);
  const references = part.positions("references")[0];
  const defaultAt = part.positions("default")[0];
  const value = defaultAt === undefined ? undefined : part.identifier(defaultAt + 1);
  const counts =
    /serial$|^identity$/.test(type) ||
    ["autoincrement", "auto_increment", "identity", "generated"].some((word) => part.positions(word).length > 0) ||
    // SQLite fills an INTEGER PRIMARY KEY by itself.
    (isPrimary && type === "integer" && defaultAt === undefined);
  const filled = value !== undefined && !/^(?:null|true|false)$/.test(value);
  table.columns.set(name, {
    name,
    type,
    generated: counts || filled,
    optional:
      counts ||
      defaultAt !== undefined ||
      !(isPrimary || part.positions("not").some((at) => part.word(at + 1) === "null")),
    references: references === undefined ? undefined : nameAt(part, references + 1).name,
  });
}

/** A table that code makes, by the calls of a migration library. */
function madeElsewhere(name: string, statement: TokenRange, tables: Map<string, MutableTable>): MutableTable {
  const at = statement.token(statement.start)?.at ?? 0;
  const place = { file: "", at: [at, at] as const };
  const table: MutableTable = { name, columns: new Map(), unique: new Map(), place, rowSecurity: false };
  tables.set(name, table);
  return table;
}

function createUniqueIndex(
  statement: TokenRange,
  tables: Map<string, MutableTable>,
  indexes: Map<string, string>,
): void {
  const on = statement.positions("on")[0];
  if (on === undefined) return;
  const { name, after } = nameAt(statement, on + 1);
  const group = groupAfter(statement, after);
  if (!group || name === undefined) return;
  const table = tables.get(name) ?? madeElsewhere(name, statement, tables);
  const columns = columnsOf(group);
  if (isOfChosenRow(statement)) return;
  const own = nameAt(statement, statement.start + 3).name;
  const label = own === undefined || own === "on" ? columns.join(",") : own;
  table.unique.set(label, columns);
  indexes.set(label, name);
}

/** `UNIQUE (user_id) WHERE is_default`: one of many rows is the chosen one, and the others may be as many as they like. */
function isOfChosenRow(statement: TokenRange): boolean {
  const where = statement.positions("where")[0];
  const column = where === undefined ? undefined : nameAt(statement, where + 1).name;
  return column !== undefined && /default|primary|main|featured|preferred|current/i.test(column);
}

function alterTable(statement: TokenRange, tables: Map<string, MutableTable>): void {
  const { name, after } = nameAt(statement, statement.start + 2);
  const table = name === undefined ? undefined : tables.get(name);
  if (!table) return;
  for (const part of splitAt(statement.from(after), ",")) {
    const verb = part.word(part.start);
    const next = part.word(part.start + 1);
    if (verb === "add") {
      const body = part.from(part.start + (next === "column" ? 2 : 1));
      readTablePart(body.from(skipExists(body)), table);
    } else if (verb === "drop" && (next === "constraint" || next === "index" || next === "key")) {
      table.unique.delete(nameAt(part, part.start + 2).name ?? "");
    } else if (verb === "drop") {
      const column = nameAt(part, part.start + (next === "column" ? 2 : 1)).name ?? "";
      table.columns.delete(column);
      for (const [label, columns] of table.unique) if (columns.includes(column)) table.unique.delete(label);
    } else if (verb === "rename") {
      rename(part, table, tables);
    } else if ((verb === "enable" || verb === "disable") && next === "row") {
      table.rowSecurity = verb === "enable";
    }
  }
}

function skipExists(range: TokenRange): number {
  let position = range.start;
  while (/^(?:if|not|exists)$/.test(range.word(position) ?? "")) position++;
  return position;
}

/** `RENAME TO name`, `RENAME [COLUMN] old TO name`. */
function rename(part: TokenRange, table: MutableTable, tables: Map<string, MutableTable>): void {
  const to = part.positions("to")[0];
  const name = to === undefined ? undefined : nameAt(part, to + 1).name;
  if (to === undefined || name === undefined) return;
  if (to === part.start + 1) {
    tables.delete(table.name);
    table.name = name;
    tables.set(name, table);
    return;
  }
  const old = part.identifier(to - 1) ?? "";
  const column = table.columns.get(old);
  if (!column) return;
  table.columns.delete(old);
  table.columns.set(name, { ...column, name });
  for (const [label, columns] of table.unique) {
    table.unique.set(
      label,
      columns.map((one) => (one === old ? name : one)),
    );
  }
}
