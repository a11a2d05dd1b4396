/** TypeORM on PostgreSQL, in plain SQL: an entity would have to be registered. https://typeorm.io/docs/working-with-entity-manager/entity-manager-api/ */
import { directoryOf } from "../../link/files/paths.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { createTableSql, sqlTable, tableComment, tableName } from "./sql.ts";
import { importLine, inBlock, type Purpose, type SchemaChange, type Store, typed } from "./store.ts";

export const typeormStore: Store = {
  via: ["typeorm"],
  client: managerOf,
  schema: typeormTable,

  processOnce: ({ style, table }) => ({
    imports: importLine(style, "{ EntityManager }", "typeorm", "type"),
    client: `manager${typed(style, `: Pick<EntityManager, "query">`)}`,
    claim: `const taken = await manager.query(
  \`INSERT INTO ${table} (source, event_id) VALUES ($1, $2)
   ON CONFLICT (source, event_id) DO UPDATE SET claimed_at = now()
   WHERE ${table}.completed_at IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING event_id\`,
  [source, eventId],
);
if (taken.length === 0) {
  const [known] = await manager.query("SELECT completed_at FROM ${table} WHERE source = $1 AND event_id = $2", [
    source,
    eventId,
  ]);
  return { outcome: known?.completed_at ? "duplicate" : "busy" };
}`,
    release: `await manager.query("DELETE FROM ${table} WHERE source = $1 AND event_id = $2", [source, eventId]);`,
    complete: `await manager.query("UPDATE ${table} SET completed_at = now() WHERE source = $1 AND event_id = $2", [
  source,
  eventId,
]);`,
  }),

  idempotent: ({ style, table }) => ({
    imports: importLine(style, "{ EntityManager }", "typeorm", "type"),
    client: `manager${typed(style, `: Pick<EntityManager, "query">`)}`,
    claim: (again) => `const taken = await manager.query(
  \`INSERT INTO ${table} (scope, idempotency_key, fingerprint) VALUES ($1, $2, $3)
   ON CONFLICT (scope, idempotency_key) DO UPDATE SET claimed_at = now(), fingerprint = $3
   WHERE ${table}.status IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING idempotency_key\`,
  [scope, key, fingerprint],
);
if (taken.length === 0) {
  const [stored] = await manager.query(
    "SELECT fingerprint, status, body, content_type AS type FROM ${table} WHERE scope = $1 AND idempotency_key = $2",
    [scope, key],
  );
  ${inBlock(again("stored"))}
}`,
    complete: `await manager.query(
  "UPDATE ${table} SET status = $3, body = $4, content_type = $5 WHERE scope = $1 AND idempotency_key = $2",
  [scope, key, status, body, type],
);`,
    release: `await manager.query("DELETE FROM ${table} WHERE scope = $1 AND idempotency_key = $2", [scope, key]);`,
  }),
};

/** The entity manager behind a call: repositories and data sources have one, managers are one. */
function managerOf(call: string): string | undefined {
  const made = /^([\w$.]+?)\.(?:getRepository|createQueryBuilder)\(/.exec(call)?.[1];
  const owner = made ?? /^([\w$.]+)\.\w+$/.exec(call)?.[1];
  if (owner === undefined) return undefined;
  return /(?:^|\.)\w*manager$/i.test(owner) ? owner : `${owner}.manager`;
}

/** A migration class beside those there are; plain SQL where there are none. */
function typeormTable(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined {
  const prefix = app === "" ? "" : `${app}/`;
  const own = [...model.paths].filter(
    (path) => path.startsWith(prefix) && /(?:^|\/)migrations?\/\d{13}-[^/]+\.[jt]s$/.test(path),
  );
  const newest = own.sort().at(-1);
  if (newest === undefined) return sqlTable(model, app, purpose);
  const name = purpose === "events" ? "ProcessedEvents" : "IdempotencyKeys";
  if (own.some((path) => path.includes(`-${name}.`)))
    return { table: purpose === "events" ? "processed_events" : "idempotency_keys", edits: [], steps: [] };
  const table = tableName(model, purpose);
  if (table === undefined || !newest.endsWith(".ts")) return undefined;
  const folder = directoryOf(newest);
  const stamp = Number(newest.slice(folder.length + 1, folder.length + 14)) + 1;
  const sql = createTableSql(purpose, table)
    .replace(/^--.*\n/, "")
    .replace(/;\n$/, "")
    .replace(/\n/g, "\n      ");
  const text = `import type { MigrationInterface, QueryRunner } from "typeorm";

/** ${tableComment(purpose)} */
export class ${name}${stamp} implements MigrationInterface {
  name = "${name}${stamp}";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`
      ${sql}
    \`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DROP TABLE ${table}");
  }
}
`;
  const file = `${folder}/${stamp}-${name}.ts`;
  return {
    table,
    edits: [{ kind: "create", file, text }],
    steps: ["Run the new migration (`typeorm migration:run`)."],
  };
}
