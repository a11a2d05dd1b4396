/** node-postgres and PGlite. https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT */
import { sqlTable } from "./sql.ts";
import { importLine, inBlock, type Store, typed } from "./store.ts";

export const pgStore: Store = {
  via: ["pg"],
  client: (call) => /^([\w$.]+?)\.query$/.exec(call)?.[1],
  schema: sqlTable,

  processOnce: ({ style, table }) => ({
    imports: importLine(style, "{ Pool }", "pg", "type"),
    client: `pool${typed(style, `: Pick<Pool, "query">`)}`,
    claim: `const taken = await pool.query(
  \`INSERT INTO ${table} (source, event_id) VALUES ($1, $2)
   ON CONFLICT (source, event_id) DO UPDATE SET claimed_at = now()
   WHERE ${table}.completed_at IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING event_id\`,
  [source, eventId],
);
if (taken.rows.length === 0) {
  const known = await pool.query("SELECT completed_at FROM ${table} WHERE source = $1 AND event_id = $2", [
    source,
    eventId,
  ]);
  return { outcome: known.rows[0]?.completed_at ? "duplicate" : "busy" };
}`,
    release: `await pool.query("DELETE FROM ${table} WHERE source = $1 AND event_id = $2", [source, eventId]);`,
    complete: `await pool.query("UPDATE ${table} SET completed_at = now() WHERE source = $1 AND event_id = $2", [
  source,
  eventId,
]);`,
  }),

  idempotent: ({ style, table }) => ({
    imports: importLine(style, "{ Pool }", "pg", "type"),
    client: `pool${typed(style, `: Pick<Pool, "query">`)}`,
    claim: (again) => `const taken = await pool.query(
  \`INSERT INTO ${table} (scope, idempotency_key, fingerprint) VALUES ($1, $2, $3)
   ON CONFLICT (scope, idempotency_key) DO UPDATE SET claimed_at = now(), fingerprint = $3
   WHERE ${table}.status IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING idempotency_key\`,
  [scope, key, fingerprint],
);
if (taken.rows.length === 0) {
  const stored = await pool.query(
    "SELECT fingerprint, status, body, content_type AS type FROM ${table} WHERE scope = $1 AND idempotency_key = $2",
    [scope, key],
  );
  ${inBlock(again("stored.rows[0]"))}
}`,
    complete: `await pool.query(
  "UPDATE ${table} SET status = $3, body = $4, content_type = $5 WHERE scope = $1 AND idempotency_key = $2",
  [scope, key, status, body, type],
);`,
    release: `await pool.query("DELETE FROM ${table} WHERE scope = $1 AND idempotency_key = $2", [scope, key]);`,
  }),
};
