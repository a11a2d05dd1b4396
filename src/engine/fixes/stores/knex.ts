/** Knex on PostgreSQL. https://knexjs.org/guide/query-builder.html#onconflict */
import type { ServiceModel } from "../../model/service-model.ts";
import { addKnexMigration, knexMigrations } from "../schema/knex-migration.ts";
import { sqlTable, tableComment, tableName } from "./sql.ts";
import { importLine, inBlock, type Purpose, type SchemaChange, type Store, typed } from "./store.ts";

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

  idempotent: ({ style, table }) => ({
    imports: importLine(style, "{ Knex }", "knex", "type"),
    client: `knex${typed(style, ": Knex")}`,
    claim: (again) => `const taken = await knex("${table}")
  .insert({ scope, idempotency_key: key, fingerprint })
  .onConflict(["scope", "idempotency_key"])
  .merge({ claimed_at: knex.fn.now(), fingerprint })
  .whereNull("${table}.status")
  .where("${table}.claimed_at", "<", knex.raw("now() - interval '5 minutes'"))
  .returning("idempotency_key");
if (taken.length === 0) {
  const stored = await knex("${table}")
    .where({ scope, idempotency_key: key })
    .first("fingerprint", "status", "body", "content_type as type");
  ${inBlock(again("stored"))}
}`,
    complete: `await knex("${table}").where({ scope, idempotency_key: key }).update({ status, body, content_type: type });`,
    release: `await knex("${table}").where({ scope, idempotency_key: key }).delete();`,
  }),
};

const columns: Readonly<Record<Purpose, readonly string[]>> = {
  events: [
    `text("source").notNullable()`,
    `text("event_id").notNullable()`,
    `timestamp("claimed_at").notNullable().defaultTo(knex.fn.now())`,
    `timestamp("completed_at")`,
    `primary(["source", "event_id"])`,
  ],
  answers: [
    `text("scope").notNullable()`,
    `text("idempotency_key").notNullable()`,
    `text("fingerprint").notNullable()`,
    `timestamp("claimed_at").notNullable().defaultTo(knex.fn.now())`,
    `integer("status")`,
    `text("body")`,
    `text("content_type")`,
    `primary(["scope", "idempotency_key"])`,
  ],
};

/** A migration as Knex names and runs it, beside those there are; plain SQL where there are none. */
function knexTable(model: ServiceModel, app: string, purpose: Purpose): SchemaChange | undefined {
  const own = knexMigrations(model, app);
  if (own.length === 0) return sqlTable(model, app, purpose);
  const usual = purpose === "events" ? "processed_events" : "idempotency_keys";
  if (own.some((path) => path.includes(`_${usual}.`))) return { table: usual, edits: [], steps: [] };
  const table = tableName(model, purpose);
  if (table === undefined) return undefined;
  const lines = columns[purpose].map((column) => `  table.${column};\n`).join("");
  const edit = addKnexMigration(model, app, {
    name: table,
    comment: tableComment(purpose),
    up: `await knex.schema.createTable("${table}", (table) => {\n${lines}});`,
    down: `await knex.schema.dropTable("${table}");`,
  });
  return edit && { table, edits: [edit], steps: ["Run `npx knex migrate:latest`."] };
}
