/** What `drizzle-kit push` would do for the tables of the lab: reads the schema module as Drizzle describes it. */
import { spawnSync } from "node:child_process";
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";

const describe = `
import { getTableConfig } from "drizzle-orm/pg-core";
import * as schema from "./src/schema.ts";
for (const table of Object.values(schema)) {
  const { name, columns, primaryKeys, uniqueConstraints } = getTableConfig(table);
  const lines = columns.map((column) => [
    column.name,
    column.getSQLType(),
    column.primary ? "PRIMARY KEY" : "",
    column.notNull ? "NOT NULL" : "",
    column.hasDefault && column.default !== undefined
      ? "DEFAULT " + (typeof column.default === "string" ? "'" + column.default + "'" : typeof column.default === "number" ? column.default : "now()")
      : "",
  ].join(" "));
  for (const key of primaryKeys) lines.push("PRIMARY KEY (" + key.columns.map((column) => column.name).join(", ") + ")");
  for (const key of uniqueConstraints) lines.push("UNIQUE (" + key.columns.map((column) => column.name).join(", ") + ")");
  console.log("CREATE TABLE " + name + " (" + lines.join(", ") + ");");
}`;

export async function pushDrizzleTables({ db }: EmbeddedPostgres, folder: string): Promise<void> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", describe], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", NODE_TEST_CONTEXT: "" },
  });
  if (status !== 0) throw new Error(stderr);
  await db.exec(stdout);
}
