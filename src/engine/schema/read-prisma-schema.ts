// https://www.prisma.io/docs/orm/reference/prisma-schema-reference
/**
 * Reads `schema.prisma`: models with their columns, unique keys and relations.
 *
 * A model is given under its own name, which queries use, and under the name of its table, which SQL uses.
 * Broken or unknown lines are passed over.
 */
import type { Column, Relation, Table } from "../model/service-model.ts";
import { distinctKeys } from "./create-schema.ts";

export interface PrismaSchema {
  readonly tables: readonly Table[];
  /** Id of the database by the datasource: `postgres`, `mysql`, `sqlite`, `mongodb` … */
  readonly database: string | undefined;
}

const DATABASES: Readonly<Record<string, string>> = {
  postgresql: "postgres",
  postgres: "postgres",
  mysql: "mysql",
  sqlite: "sqlite",
  sqlserver: "sqlserver",
  mongodb: "mongodb",
  cockroachdb: "cockroachdb",
};

const SCALARS = new Set(["String", "Boolean", "Int", "BigInt", "Float", "Decimal", "DateTime", "Json", "Bytes"]);
const GENERATED = /^(?:autoincrement|cuid|uuid|ulid|nanoid|now|dbgenerated|auto|sequence)\b/;

interface Model {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly fields: readonly Field[];
  readonly keys: readonly (readonly string[])[];
  readonly mapped: string | undefined;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
  readonly attributes: string;
}

export function readPrismaSchema(text: string, file: string): PrismaSchema {
  const clean = withoutComments(text);
  const models = [...blocks(clean, /^[ \t]*(?:model|view)[ \t]+(\w+)[ \t]*\{/gm)].map(readModel);
  const enums = new Set([...clean.matchAll(/^[ \t]*enum[ \t]+(\w+)[ \t]*\{/gm)].map((match) => match[1]));
  const [datasource] = blocks(clean, /^[ \t]*datasource[ \t]+(\w+)[ \t]*\{/gm);
  const provider = datasource && /^\s*provider\s*=\s*"(\w+)"/m.exec(datasource.body)?.[1];

  const tables = models.flatMap((model) => {
    const own = toTable(model, file, enums, (field) => field.name, model.name);
    const mapped = toTable(model, file, enums, columnName, model.mapped ?? model.name);
    return mapped.name === own.name && !model.fields.some((field) => columnName(field) !== field.name)
      ? [own]
      : [own, mapped];
  });
  return { tables, database: provider === undefined ? undefined : (DATABASES[provider] ?? provider) };
}

/** Comments and their text become blanks, so that offsets stay. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*/g, (part) =>
    part.startsWith("//") ? " ".repeat(part.length) : part,
  );
}

interface Block {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly body: string;
}

function* blocks(text: string, head: RegExp): Generator<Block> {
  for (const match of text.matchAll(head)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("\n}", start - 1);
    const name = match[1] ?? "";
    const nameAt = match.index + match[0].lastIndexOf(name);
    yield { name, at: [nameAt, nameAt + name.length], body: text.slice(start, end < 0 ? text.length : end) };
  }
}

function readModel({ name, at, body }: Block): Model {
  const fields: Field[] = [];
  const keys: (readonly string[])[] = [];
  let mapped: string | undefined;
  for (const line of joinedLines(body)) {
    const block = /^\s*@@(\w+)\s*\((.*)\)/.exec(line);
    if (block) {
      const [, attribute, content = ""] = block;
      if (attribute === "unique" || attribute === "id") keys.push(namesIn(content));
      if (attribute === "map") mapped = /"([^"]+)"/.exec(content)?.[1];
      continue;
    }
    const field = /^\s*(\w+)\s+(Unsupported\("[^"]*"\)|\w+)(\[\])?(\?)?[ \t]*(.*)$/.exec(line);
    if (!field?.[1] || !field[2]) continue;
    const attributes = field[5] ?? "";
    fields.push({
      name: field[1],
      type: field[2],
      list: field[3] !== undefined,
      optional: field[4] !== undefined,
      attributes,
    });
    if (/@(?:id|unique)\b/.test(attributes)) keys.push([field[1]]);
  }
  return { name, at, fields, keys, mapped };
}

/** Lines, with attributes that run over several lines joined. */
function joinedLines(body: string): readonly string[] {
  const lines: string[] = [];
  let open = 0;
  for (const line of body.split("\n")) {
    if (open > 0) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(line);
    for (const character of line)
      open += character === "(" || character === "[" ? 1 : character === ")" || character === "]" ? -1 : 0;
    if (open < 0) open = 0;
  }
  return lines;
}

/** Field names of `[a, b(sort: Desc)]` or `fields: [a, b], name: "x"`. */
function namesIn(content: string): readonly string[] {
  const list = /\[(.*?)\](?!\))/.exec(content)?.[1] ?? content;
  return [...list.replace(/\([^)]*\)/g, "").matchAll(/[\w.]+/g)].map((match) => match[0].split(".").at(-1) ?? match[0]);
}

function columnName(field: Field): string {
  return /(?<!@)@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(field.attributes)?.[1] ?? field.name;
}

function toTable(
  model: Model,
  file: string,
  enums: ReadonlySet<string | undefined>,
  nameOf: (field: Field) => string,
  name: string,
): Table {
  const names = new Map(model.fields.map((field) => [field.name, nameOf(field).toLowerCase()]));
  const references = new Map<string, string>();
  for (const field of model.fields) {
    const relation = /@relation\((.*)\)/.exec(field.attributes)?.[1];
    const own = relation && /fields:\s*\[([^\]]*)\]/.exec(relation)?.[1];
    for (const column of own ? namesIn(`[${own}]`) : []) references.set(column, field.type.toLowerCase());
  }
  const columns = model.fields
    .filter((field) => SCALARS.has(field.type) || enums.has(field.type) || field.type.startsWith("Unsupported"))
    .map((field): Column => {
      const value = /@default\(\s*([^)]*)/.exec(field.attributes)?.[1];
      return {
        name: names.get(field.name) ?? field.name,
        type: field.list ? `${field.type}[]` : field.type,
        generated: (value !== undefined && GENERATED.test(value)) || field.attributes.includes("@updatedAt"),
        optional: field.optional || field.list || value !== undefined || field.attributes.includes("@updatedAt"),
        references: references.get(field.name),
      };
    });
  const relations = relationsOf(model, enums);
  return {
    name: name.toLowerCase(),
    ...(relations.length > 0 && { relations }),
    unique: distinctKeys(model.keys.map((key) => key.map((column) => names.get(column) ?? column.toLowerCase()))),
    columns,
    place: { file, at: model.at },
  };
}

/** Fields of a type that is neither scalar nor an enum of this file; whether it is a table, the joined schema tells. */
function relationsOf(model: Model, enums: ReadonlySet<string | undefined>): readonly Relation[] {
  return model.fields
    .filter(({ type }) => !SCALARS.has(type) && !enums.has(type) && !type.startsWith("Unsupported"))
    .map(({ name, type, attributes }): Relation => {
      const given = /@relation\((.*)\)/.exec(attributes)?.[1] ?? "";
      const list = (key: string) => new RegExp(`${key}:\\s*\\[([^\\]]*)\\]`).exec(given)?.[1];
      const label = /^\s*(?:name:\s*)?"([^"]+)"|\bname:\s*"([^"]+)"/.exec(given);
      return {
        name,
        table: type,
        columns: namesIn(`[${list("fields") ?? ""}]`),
        references: namesIn(`[${list("references") ?? ""}]`),
        ...(label && { label: label[1] ?? label[2] ?? "" }),
      };
    });
}
