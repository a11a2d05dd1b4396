// https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries#nested-writes
/**
 * What a write of Prisma does to other tables by its nested writes: `{ data: { items: { create: [...] } } }`.
 *
 * They run in one transaction with it, and only on rows that belong to its own.
 */
import type { Relation } from "../../model/service-model.ts";
import type { Term, TermField } from "../../model/term.ts";
import type { CallDefinition, CallView } from "../define-system.ts";
import { changeOf, uniqueWhere } from "./prisma-terms.ts";
import { field, isLiteral, keysOf, objectsIn } from "./terms.ts";

/** The row that holds the nested writes: how it is found, unless it is made itself. */
interface Holder {
  readonly model: string;
  readonly where?: Term | undefined;
  readonly data?: Term | undefined;
}

/** A relation as it is stored: columns of the one table that hold columns of the other. */
interface Link {
  readonly table: string;
  /** Which of the two rows has the columns: the holder's own, or the nested one. */
  readonly in: "holder" | "nested";
  readonly columns: readonly string[];
  readonly references: readonly string[];
}

const MAXIMUM_DEPTH = 4;

/** Nested writes in the data of a write of `holder.model`, outermost first. */
export function nestedWrites(call: CallView, holder: Holder, depth = 0): readonly CallDefinition[] {
  if (depth === MAXIMUM_DEPTH || !call.table(holder.model)) return [];
  const rows = objectsIn(holder.data);
  return rows.flatMap((row) =>
    row.fields.flatMap(({ key, value }) => {
      const link = key === undefined ? undefined : linkOf(call, holder.model, key);
      if (!link) return [];
      const own = { ...holder, data: row };
      return objectsIn(value).flatMap((writes) =>
        writes.fields.flatMap((write) =>
          write.key === undefined ? [] : nested(call, own, link, write.key, write.value, depth),
        ),
      );
    }),
  );
}

function nested(
  call: CallView,
  holder: Holder,
  link: Link,
  name: string,
  given: Term,
  depth: number,
): readonly CallDefinition[] {
  if (given.kind === "undefined" || isLiteral(given, false)) return [];
  const model = lowerFirst(link.table);
  const write = { access: "write", target: `=${model}`, within: true } as const;
  const below = (row: Omit<Holder, "model">): readonly CallDefinition[] =>
    nestedWrites(call, { model, ...row }, depth + 1);
  const ofEach = (read: (one: Term) => readonly CallDefinition[]): readonly CallDefinition[] =>
    given.kind === "array" ? given.items.flatMap(read) : read(given);
  switch (name) {
    case "create": {
      const data = withKeys(call, holder, link, given);
      return [{ ...write, operation: "insert", data: writtenRow(call, model, data) }, ...below({ data })];
    }
    case "createMany": {
      const rows = field(given, "data") ?? call.terms.unknown([given]);
      const data = withKeys(call, holder, link, rows);
      const skips = isLiteral(field(given, "skipDuplicates"), true);
      return [{ ...write, ...(skips ? { operation: "upsert", conflict: [] } : { operation: "insert" }), data }];
    }
    case "connectOrCreate":
    case "upsert":
      return ofEach((one) => {
        const made = field(one, "create");
        const data = made && withKeys(call, holder, link, made);
        const where = conditionOf(call, holder, link, field(one, "where"));
        const changed = field(one, "update");
        const sought = keysOf(uniqueWhere(call, field(one, "where")));
        return [
          {
            ...write,
            operation: isCounted(changed) ? "increment" : "upsert",
            ...(data && { data: writtenRow(call, model, data) }),
            where,
            // The only one of its holder needs no condition.
            conflict: sought.length > 0 ? sought : link.columns,
          },
          // What is made with a row happens once, like the row.
          ...below({ data }).map((effect) => ({ ...effect, follows: true as const })),
          ...below({ data: changed, where }),
        ];
      });
    case "update":
    case "updateMany":
      return ofEach((one) => {
        const inner = field(one, "data");
        const data = inner ?? one;
        const where = conditionOf(call, holder, link, inner ? field(one, "where") : undefined);
        const operation = changeOf(data, (key) => isRelation(call, model, key));
        return [
          { ...write, operation, data: writtenRow(call, model, data), where },
          ...(name === "update" ? below({ data, where }) : []),
        ];
      });
    case "delete":
    case "deleteMany":
      return ofEach((one) => [
        {
          ...write,
          operation: "delete",
          where: conditionOf(call, holder, link, isLiteral(one, true) ? undefined : one),
        },
      ]);
    default:
      return [];
  }
}

function isCounted(data: Term | undefined): boolean {
  return changeOf(data, () => true) === "increment";
}

/** `{ customer: { connect: { id } } }` is `{ customerId: id }`, where the row has that column. */
export function writtenRow(call: CallView, model: string, data: Term): Term {
  if (data.kind === "operation" && data.operator === "?:") {
    const [test, ...ways] = data.parts;
    return test ? call.terms.operation("?:", [test, ...ways.map((way) => writtenRow(call, model, way))]) : data;
  }
  if (data.kind !== "object" || !call.table(model)) return data;
  const added = data.fields.flatMap(({ key, value }): readonly TermField[] => {
    const link = key === undefined ? undefined : linkOf(call, model, key);
    const found = link?.in === "holder" ? connectedIn(value) : undefined;
    // What else it asks for, such as the tenant, Prisma refuses others by.
    if (!link || !found || !keysOf(found).every((key) => link.references.includes(key))) return [];
    return link.columns.flatMap((column, index) => {
      const value = field(found, link.references[index] ?? "");
      return value ? [{ key: column, value }] : [];
    });
  });
  return added.length > 0 ? call.terms.object([...data.fields, ...added]) : data;
}

/** `group ? { connect: { id: group } } : { disconnect: true }` */
function connectedIn(value: Term): Term | undefined {
  const ways = value.kind === "operation" && value.operator === "?:" ? value.parts.slice(1) : [value];
  return ways.map((way) => field(way, "connect")).find((found) => found !== undefined);
}

/** The nested row with the columns that tie it to the holder's, where these are known ahead. */
function withKeys(call: CallView, holder: Holder, link: Link, row: Term): Term {
  if (row.kind === "array") return call.terms.array(row.items.map((item) => withKeys(call, holder, link, item)));
  const keys = keysTo(call, holder, link).filter(({ key }) => field(row, key ?? "") === undefined);
  if (keys.length === 0) return row;
  return call.terms.object([...(row.kind === "object" ? row.fields : [{ value: row }]), ...keys]);
}

/** The nested rows' own condition, below the one that finds the holder. */
function conditionOf(call: CallView, holder: Holder, link: Link, where: Term | undefined): Term {
  const own = uniqueWhere(call, where);
  const keys = keysTo(call, holder, link);
  const fields = own?.kind === "object" ? own.fields : own ? [{ value: call.terms.unknown([own]) }] : [];
  const tie = keys.length > 0 || !holder.where ? keys : [{ value: call.terms.unknown([holder.where]) }];
  return call.terms.object([...fields, ...tie]);
}

function keysTo(call: CallView, holder: Holder, link: Link): readonly TermField[] {
  if (link.in !== "nested") return [];
  return link.columns.flatMap((key, index) => {
    const column = link.references[index] ?? "";
    const known = field(holder.where, column) ?? field(holder.data, column);
    const value = known ?? (holder.where && call.terms.unknown([holder.where]));
    return value ? [{ key, value }] : [];
  });
}

/** Whether nested writes of this field are effects of their own: it leads to a table that the schema has. */
export function isRelation(call: CallView, model: string, key: string): boolean {
  return linkOf(call, model, key) !== undefined;
}

function linkOf(call: CallView, model: string, key: string): Link | undefined {
  const relation = relationsOf(call, model).find(({ name }) => name === key);
  if (!relation || !call.table(relation.table)) return undefined;
  const { table, columns, references } = relation;
  if (columns.length > 0) return { table, in: "holder", columns, references };
  const back = relationsOf(call, table).find(
    (one) => one.columns.length > 0 && one.table.toLowerCase() === model.toLowerCase() && one.label === relation.label,
  );
  return { table, in: "nested", columns: back?.columns ?? [], references: back?.references ?? [] };
}

/** The model that a relation of another points to, as code calls it. */
export function relatedModel(call: CallView, model: string, key: string): string | undefined {
  const table = relationsOf(call, model).find(({ name }) => name === key)?.table;
  return table === undefined ? undefined : lowerFirst(table);
}

function relationsOf(call: CallView, model: string): readonly Relation[] {
  return call.table(model)?.relations ?? [];
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
