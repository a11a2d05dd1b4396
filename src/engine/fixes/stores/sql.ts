/** The tables of stores in SQL, and their migration. */
import type { ServiceModel } from "../../model/service-model.ts";
import { addMigration } from "../sql-migration.ts";
import type { SchemaChange, StoreTable } from "./store.ts";

const tables: Record<StoreTable, string> = {
  processed_events: `-- Events that were taken, so that none is processed twice.
CREATE TABLE processed_events (
  source text NOT NULL,
  event_id text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  completed_at timestamptz,
  PRIMARY KEY (source, event_id)
);
`,
  idempotency_keys: `-- Answers by Idempotency-Key, so that a repeated request is answered and not done again.
CREATE TABLE idempotency_keys (
  scope text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  status integer,
  body text,
  content_type text,
  PRIMARY KEY (scope, key)
);
`,
};

const columns: Record<StoreTable, readonly string[]> = {
  processed_events: ["source", "event_id", "claimed_at", "completed_at"],
  idempotency_keys: ["scope", "key", "fingerprint", "claimed_at", "status", "body", "content_type"],
};

/** The migration; nothing where the table is there. Undefined where another table has its name, or only a tool may write migrations. */
export function sqlTable(model: ServiceModel, app: string, table: StoreTable): SchemaChange | undefined {
  const known = model.schema.tables.get(table);
  if (known) {
    const names = new Set(known.columns.map((column) => column.name.toLowerCase()));
    return columns[table].every((column) => names.has(column)) ? { edits: [], steps: [] } : undefined;
  }
  const prefix = app === "" ? "" : `${app}/`;
  const paths = [...model.paths].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const migration = addMigration(paths, table, tables[table]);
  if (!migration) return undefined;
  return { edits: [{ ...migration.edit, file: prefix + migration.edit.file }], steps: [migration.step] };
}
