/** Knex on PostgreSQL. https://knexjs.org/guide/query-builder.html#onconflict */
import { directoryOf } from "../../link/paths.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { nextStamp } from "../sql-migration.ts";
import { sqlTable, tableName } from "./sql.ts";
import { importLine, type Purpose, type SchemaChange, type Store, typed } from "./store.ts";

export const knexStore: Store = {
  via: ["knex"],
  client: (call) => /^([\w$.]+?)(?:\(|\.(?:insert|raw|table|from|into|select|where|transaction)\b)/.exec(call)?.[1],
  schema: knexTable,

  processOnce: ({ style, table }) => ({
    imports: importLine(style, "{ Knex }", "knex", "type"),
    client: `knex${typed(style, ": Knex")}`,
    claim: `const taken = await knex("${table}")
  .insert({ source, event_id: eventId })
  .onConflict(["source", "event_id"])
  .merge({ claimed_at: knex.fn.now() })
  .whereNull("${table}.completed_at")
  .where("${table}.claimed_at", "<", knex.raw("now() - interval '5 minutes'"))
  .returning("event_id");
const row = { source, event_id: eventId };
if (taken.length === 0) {
  const known = await knex("${table}").where(row).first("completed_at");
  return { outcome: known?.completed_at ? "duplicate" : "busy" };
}`,
    release: `await knex("${table}").where(row).delete();`,
    complete: `await knex("${table}").where(row).update({ completed_at: knex.fn.now() });`,
  }),
};

/** A migration as Knex names and runs it, beside those there are; plain SQL where there are none. */
function knexTable(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined {
  const prefix = app === "" ? "" : `${app}/`;
  const own = [...model.paths].filter(
    (path) => path.startsWith(prefix) && /(?:^|\/)migrations\/\d{14}_[^/]+\.[cm]?[jt]s$/.test(path),
  );
  const newest = own.sort().at(-1);
  if (newest === undefined) return sqlTable(model, app, purpose);
  if (own.some((path) => path.includes("_processed_events.")))
    return { table: "processed_events", edits: [], steps: [] };
  const table = tableName(model, purpose);
  if (table === undefined || purpose !== "events") return undefined;

  const folder = directoryOf(newest);
  const name = newest.slice(folder.length + 1);
  const ending = /\.\w+$/.exec(name)?.[0] ?? ".js";
  const es = /^\s*(?:import|export)\s/m.test(model.text(newest) ?? "");
  const type = /ts$/.test(ending) ? ': import("knex").Knex' : "";
  const head = (what: string) =>
    es ? `export async function ${what}(knex${type}) {` : `exports.${what} = async (knex${type}) => {`;
  const close = es ? "}" : "};";
  const text = `// Events that were taken, so that none is processed twice.
${head("up")}
  await knex.schema.createTable("${table}", (table) => {
    table.text("source").notNullable();
    table.text("event_id").notNullable();
    table.timestamp("claimed_at").notNullable().defaultTo(knex.fn.now());
    table.timestamp("completed_at");
    table.primary(["source", "event_id"]);
  });
${close}

${head("down")}
  await knex.schema.dropTable("${table}");
${close}
`;
  const file = `${folder}/${nextStamp(name.slice(0, 14))}_${table}${ending}`;
  return { table, edits: [{ kind: "create", file, text }], steps: ["Run `npx knex migrate:latest`."] };
}
