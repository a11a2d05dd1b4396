/** Tables that SQL in code defines stand where their statement stands: two of one migration are told apart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { extractFacts } from "../../../src/engine/facts/extract-facts.ts";
import { readSqlSchema } from "../../../src/engine/schema/read-sql-schema.ts";
import { sqlInCode } from "../../../src/engine/schema/sql-in-code.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const MIGRATION = `export class Start {
  async up(runner) {
    await runner.query('CREATE TABLE "users" ("id" SERIAL, "email" text)');
    await runner.query(\`CREATE TABLE "orders" ("id" SERIAL, "user_id" integer)\`);
  }
}`;

test("each table of a migration has the place of its own statement", () => {
  const tables = readSqlSchema(sqlInCode("start.ts", extractFacts(NEWEST.load(), "start.ts", MIGRATION)));
  assert.deepEqual(
    tables.map(({ name, place }) => [name, MIGRATION.slice(place.at[0]).startsWith(`CREATE TABLE "${name}"`)]),
    [
      ["users", true],
      ["orders", true],
    ],
  );
});
