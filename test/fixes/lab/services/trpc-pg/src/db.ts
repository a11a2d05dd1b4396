import { readdir, readFile } from "node:fs/promises";
import pg from "pg";

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export async function migrate() {
  const folder = new URL("../db/migrations/", import.meta.url);
  for (const file of (await readdir(folder)).sort()) await pool.query(await readFile(new URL(file, folder), "utf8"));
}
