/** Sequelize on PostgreSQL. https://sequelize.org/docs/v6/core-concepts/raw-queries/ */
import { sqlTable } from "./sql.ts";
import { importLine, type Store, typed } from "./store.ts";

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
};

/** The instance: models have it. */
function sequelizeOf(call: string): string | undefined {
  const owner = /^([\w$.]+)\.\w+$/.exec(call)?.[1];
  if (owner === undefined) return undefined;
  return /sequelize$/i.test(owner) || /\.(?:query|transaction)$/.test(call) ? owner : `${owner}.sequelize`;
}
