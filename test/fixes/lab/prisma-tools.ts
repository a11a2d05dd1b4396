/** Prisma's own steps: the client generated from the schema, the migrations applied. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import { labFolder } from "./packages.ts";

/** Generating needs no engine, but the command looks for one: any file that exists will do. */
export async function generatePrismaClient(folder: string): Promise<void> {
  const command = join(labFolder, "node_modules/prisma/build/index.js");
  execFileSync(process.execPath, [command, "generate"], {
    cwd: folder,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
    stdio: "pipe",
  });
}

export async function applySqlMigrations({ db }: EmbeddedPostgres, folder: string): Promise<void> {
  const migrations = join(folder, "prisma/migrations");
  for (const name of readdirSync(migrations).sort()) {
    await db.exec(readFileSync(join(migrations, name, "migration.sql"), "utf8"));
  }
}

/** Plain files in `migrations/`, where a fix has made some. */
export async function applyPlainMigrations({ db }: EmbeddedPostgres, folder: string): Promise<void> {
  const migrations = join(folder, "migrations");
  if (!existsSync(migrations)) return;
  for (const name of readdirSync(migrations).sort()) await db.exec(readFileSync(join(migrations, name), "utf8"));
}
