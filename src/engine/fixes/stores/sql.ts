/** The tables of stores in PostgreSQL, and their migration. */
import type { ServiceModel } from "../../model/service-model.ts";
import { addMigration } from "../schema/sql-migration.ts";
import type { Purpose, SchemaChange } from "./store.ts";

interface TableShape {
  /** The first name that is free, or that is this table already. */
  readonly names: readonly string[];
  readonly comment: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly key: string;
}

const shapes: Record<Purpose, TableShape> = {
  events: {
    names: ["processed_events", "handled_events", "event_deliveries"],
    comment: "Events that were taken, so that none is processed twice.",
    columns: {
      source: "text NOT NULL",
      event_id: "text NOT NULL",
      claimed_at: "timestamptz NOT NULL DEFAULT now()",
      completed_at: "timestamptz",
    },
    key: "source, event_id",
  },
  answers: {
    names: ["idempotency_keys", "idempotent_answers", "idempotent_requests"],
    comment: "Answers by Idempotency-Key, so that a repeated request is answered and not done again.",
    columns: {
      scope: "text NOT NULL",
      idempotency_key: "text NOT NULL",
      fingerprint: "text NOT NULL",
      claimed_at: "timestamptz NOT NULL DEFAULT now()",
      status: "integer",
      body: "text",
      content_type: "text",
    },
    key: "scope, idempotency_key",
  },
};

/** The migration; no edit where the table is there. Undefined where only a tool may write migrations. */
export function sqlTable(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined {
  const shape = shapes[purpose];
  for (const name of shape.names) {
    const known = model.schema.tables.get(name);
    if (!known) return migrated(model, app, name, createTable(name, shape));
    const columns = new Set(known.columns.map((column) => column.name.toLowerCase()));
    if (Object.keys(shape.columns).every((column) => columns.has(column))) return { table: name, edits: [], steps: [] };
  }
  return undefined;
}

/** What the table is for, as a sentence. */
export function tableComment(purpose: Purpose): string {
  return shapes[purpose].comment;
}

/** SQL that makes the table. */
export function createTableSql(purpose: Purpose, name: string): string {
  return createTable(name, shapes[purpose]);
}

/** The name the table gets or has, without a migration: for stores whose migrations are written otherwise. */
export function tableName(model: ServiceModel, purpose: Purpose): string | undefined {
  return shapes[purpose].names.find((name) => !model.schema.tables.has(name));
}

function createTable(name: string, { comment, columns, key }: TableShape): string {
  const lines = Object.entries(columns).map(([column, type]) => `  ${column} ${type},`);
  return [`-- ${comment}`, `CREATE TABLE ${name} (`, ...lines, `  PRIMARY KEY (${key})`, ");", ""].join("\n");
}

function migrated(model: ServiceModel, app: string, name: string, sql: string): SchemaChange | undefined {
  const prefix = app === "" ? "" : `${app}/`;
  const paths = [...model.paths].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const migration = addMigration(paths, name, sql);
  if (!migration) return undefined;
  return { table: name, edits: [{ ...migration.edit, file: prefix + migration.edit.file }], steps: [migration.step] };
}
