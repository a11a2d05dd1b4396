/** Drizzle on PostgreSQL. https://orm.drizzle.team/docs/insert#upserts-and-conflicts */
import type { Edit } from "../../model/finding.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { addImport } from "../code/add-import.ts";
import { relativeSpecifier, styleOf } from "../code/file-style.ts";
import { type SourceText, sourceText } from "../code/source-text.ts";
import { insertion } from "../code/text-edits.ts";
import { tableName } from "./sql.ts";
import {
  type HelperContext,
  importLine,
  inBlock,
  type Purpose,
  type SchemaChange,
  type Store,
  typed,
} from "./store.ts";

export const drizzleStore: Store = {
  via: ["drizzle"],
  client: (call) => /^([\w$.]+?)\.(?:insert|update|delete|select\w*|query|execute|transaction)\b/.exec(call)?.[1],
  schema: drizzleTable,

  processOnce: (context) => ({
    imports: `${importLine(context.style, "{ and, eq, sql }", "drizzle-orm")}${importLine(context.style, "{ PgDatabase }", "drizzle-orm/pg-core", "type")}${tableImport(context, "processedEvents")}`,
    client: `db${typed(context.style, ": PgDatabase<any, any, any>")}`,
    above: `const { source: sourceColumn, eventId: idColumn, claimedAt, completedAt } = processedEvents;`,
    claim: `const taken = await db
  .insert(processedEvents)
  .values({ source, eventId })
  .onConflictDoUpdate({
    target: [sourceColumn, idColumn],
    set: { claimedAt: sql\`now()\` },
    setWhere: sql\`\${completedAt} IS NULL AND \${claimedAt} < now() - interval '5 minutes'\`,
  })
  .returning({ eventId: idColumn });
const row = and(eq(sourceColumn, source), eq(idColumn, eventId));
if (taken.length === 0) {
  const [known] = await db.select({ completedAt }).from(processedEvents).where(row);
  return { outcome: known?.completedAt ? "duplicate" : "busy" };
}`,
    release: `await db.delete(processedEvents).where(row);`,
    complete: `await db.update(processedEvents).set({ completedAt: sql\`now()\` }).where(row);`,
  }),

  idempotent: (context) => ({
    imports: `${importLine(context.style, "{ and, eq, sql }", "drizzle-orm")}${importLine(context.style, "{ PgDatabase }", "drizzle-orm/pg-core", "type")}${tableImport(context, "idempotencyKeys")}`,
    client: `db${typed(context.style, ": PgDatabase<any, any, any>")}`,
    above: `const row = (scope${typed(context.style, ": string")}, key${typed(context.style, ": string")}) => and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key));`,
    claim: (again) => `const taken = await db
  .insert(idempotencyKeys)
  .values({ scope, key, fingerprint })
  .onConflictDoUpdate({
    target: [idempotencyKeys.scope, idempotencyKeys.key],
    set: { claimedAt: sql\`now()\`, fingerprint },
    setWhere: sql\`\${idempotencyKeys.status} IS NULL AND \${idempotencyKeys.claimedAt} < now() - interval '5 minutes'\`,
  })
  .returning({ key: idempotencyKeys.key });
if (taken.length === 0) {
  const [stored] = await db.select().from(idempotencyKeys).where(row(scope, key));
  ${inBlock(again("stored"))}
}`,
    complete: `await db.update(idempotencyKeys).set({ status, body, type }).where(row(scope, key));`,
    release: `await db.delete(idempotencyKeys).where(row(scope, key));`,
  }),
};

interface DrizzleTable {
  readonly constant: string;
  readonly text: string;
  /** What it imports of `drizzle-orm/pg-core`. */
  readonly imports: readonly string[];
}

const tables: Readonly<Record<Purpose, DrizzleTable>> = {
  events: {
    constant: "processedEvents",
    imports: ["pgTable", "primaryKey", "text", "timestamp"],
    text: `export const processedEvents = pgTable(
  "TABLE",
  {
    source: text("source").notNull(),
    eventId: text("event_id").notNull(),
    claimedAt: timestamp("claimed_at", { withTimezone: true }).notNull().defaultNow(),
    completedAt: timestamp("completed_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.source, table.eventId] })],
);`,
  },
  answers: {
    constant: "idempotencyKeys",
    imports: ["integer", "pgTable", "primaryKey", "text", "timestamp"],
    text: `export const idempotencyKeys = pgTable(
  "TABLE",
  {
    scope: text("scope").notNull(),
    key: text("idempotency_key").notNull(),
    fingerprint: text("fingerprint").notNull(),
    claimedAt: timestamp("claimed_at", { withTimezone: true }).notNull().defaultNow(),
    status: integer("status"),
    body: text("body"),
    type: text("content_type"),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);`,
  },
};

/** The table stands beside the project's own, where Drizzle's tools look for it. */
function drizzleTable(model: ServiceModel, _app: string, purpose: Purpose): SchemaChange | undefined {
  const { constant, text, imports } = tables[purpose];
  const source = schemaSource(model);
  if (!source) return undefined;
  if (new RegExp(`\\b${constant}\\s*=\\s*pgTable\\b`).test(source.text)) return { table: "", edits: [], steps: [] };
  const table = tableName(model, purpose);
  if (table === undefined) return undefined;
  const { newline } = styleOf(source);
  const edits: Edit[] = [];
  for (const name of imports) {
    edits.push(...addImport(source, { module: "drizzle-orm/pg-core", name }).edits);
  }
  const gap = source.text.endsWith("\n") ? newline : newline + newline;
  edits.push(
    insertion(source.file, source.text.length, gap + text.replace("TABLE", table).replace(/\n/g, newline) + newline),
  );
  return { table, edits, steps: ["Run `npx drizzle-kit generate` and `npx drizzle-kit migrate` (or `push`)."] };
}

/** The file that has the project's tables. */
function schemaSource(model: ServiceModel): SourceText | undefined {
  for (const table of model.schema.tables.values()) {
    const source = /\.[cm]?[jt]s$/.test(table.place.file) ? sourceText(model, table.place.file) : undefined;
    if (source?.text.includes("pgTable(")) return source;
  }
  return undefined;
}

function tableImport({ model, file, style }: HelperContext, constant: string): string {
  const source = schemaSource(model);
  return source ? importLine(style, `{ ${constant} }`, relativeSpecifier(file, source.file, style)) : "";
}
