/** Sequelize on PostgreSQL. https://sequelize.org/docs/v6/core-concepts/raw-queries/ */
import { sqlTable } from "./sql.ts";
import { importLine, inBlock, type Store, typed } from "./store.ts";

export const sequelizeStore: Store = {
  via: ["sequelize"],
  client: sequelizeOf,
  schema: sqlTable,

  processOnce: ({ style, table }) => ({
    imports: importLine(style, style.typed ? "{ QueryTypes, type Sequelize }" : "{ QueryTypes }", "sequelize"),
    client: `sequelize${typed(style, ": Sequelize | undefined")}`,
    claim: `if (!sequelize) throw new Error("The models are not initialised.");
const bind = [source, eventId];
const taken = await sequelize.query(
  \`INSERT INTO ${table} (source, event_id) VALUES ($1, $2)
   ON CONFLICT (source, event_id) DO UPDATE SET claimed_at = now()
   WHERE ${table}.completed_at IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING event_id\`,
  { bind, type: QueryTypes.SELECT },
);
if (taken.length === 0) {
  const [known] = await sequelize.query${typed(style, "<{ completed_at: Date | null }>")}(
    "SELECT completed_at FROM ${table} WHERE source = $1 AND event_id = $2",
    { bind, type: QueryTypes.SELECT },
  );
  return { outcome: known?.completed_at ? "duplicate" : "busy" };
}`,
    release: `await sequelize.query("DELETE FROM ${table} WHERE source = $1 AND event_id = $2", { bind });`,
    complete: `await sequelize.query("UPDATE ${table} SET completed_at = now() WHERE source = $1 AND event_id = $2", { bind });`,
  }),

  idempotent: ({ style, table }) => ({
    imports: importLine(style, style.typed ? "{ QueryTypes, type Sequelize }" : "{ QueryTypes }", "sequelize"),
    client: `sequelize${typed(style, ": Sequelize | undefined")}`,
    claim: (again) => `if (!sequelize) throw new Error("The models are not initialised.");
const taken = await sequelize.query(
  \`INSERT INTO ${table} (scope, idempotency_key, fingerprint) VALUES ($1, $2, $3)
   ON CONFLICT (scope, idempotency_key) DO UPDATE SET claimed_at = now(), fingerprint = $3
   WHERE ${table}.status IS NULL AND ${table}.claimed_at < now() - interval '5 minutes'
   RETURNING idempotency_key\`,
  { bind: [scope, key, fingerprint], type: QueryTypes.SELECT },
);
if (taken.length === 0) {
  const [stored] = await sequelize.query${typed(style, "<Answer>")}(
    "SELECT fingerprint, status, body, content_type AS type FROM ${table} WHERE scope = $1 AND idempotency_key = $2",
    { bind: [scope, key], type: QueryTypes.SELECT },
  );
  ${inBlock(again("stored"))}
}`,
    complete: `await sequelize${typed(style, "?")}.query(
  "UPDATE ${table} SET status = $3, body = $4, content_type = $5 WHERE scope = $1 AND idempotency_key = $2",
  { bind: [scope, key, status, body, type] },
);`,
    release: `await sequelize${typed(style, "?")}.query("DELETE FROM ${table} WHERE scope = $1 AND idempotency_key = $2", { bind: [scope, key] });`,
  }),
};

/** The instance: models have it. */
function sequelizeOf(call: string): string | undefined {
  const owner = /^([\w$.]+)\.\w+$/.exec(call)?.[1];
  if (owner === undefined) return undefined;
  return /sequelize$/i.test(owner) || /\.(?:query|transaction)$/.test(call) ? owner : `${owner}.sequelize`;
}
