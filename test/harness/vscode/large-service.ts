/**
 * A made-up service with as many entry points as wanted: Express routes by area, with a guard in front of every second
 * area, and a queue's workers. Always the same for the same size.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Routes of one file. */
const PER_FILE = 20;
const NOUNS = ["orders", "invoices", "users", "teams", "projects", "reports", "carts", "coupons", "plans", "tickets"];

/** Writes a service with `size` entry points below `folder`. `size` is a multiple of 20. */
export function writeLargeService(folder: string, size: number): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const dependencies = { express: "5", pg: "8", bullmq: "5", stripe: "18" };
  write("package.json", JSON.stringify({ name: "large-service", private: true, type: "module", dependencies }));
  write("src/db.ts", DATABASE);
  write("src/access.ts", ACCESS);
  const areas = Array.from({ length: size / PER_FILE }, (_, index) => {
    const noun = NOUNS[index % NOUNS.length]!;
    return { name: index < NOUNS.length ? noun : `${noun}-${Math.floor(index / NOUNS.length)}`, table: noun, index };
  });
  for (const area of areas) {
    write(`src/${area.name}/${area.name}.store.ts`, storeOf(area.table));
    write(`src/${area.name}/${area.name}.routes.ts`, routesOf(area));
  }
  write(
    "src/server.ts",
    [
      'import express from "express";',
      ...areas.map(({ name, index }) => `import { router as router${index} } from "./${name}/${name}.routes.ts";`),
      "",
      "const app = express();",
      ...areas.map(({ name, index }) => `app.use("/api/${name}", router${index});`),
      "app.listen(3000);",
      "",
    ].join("\n"),
  );
}

const DATABASE = `import { Pool } from "pg";

export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
`;

const ACCESS = `import { pool } from "./db.ts";

export async function requireUser(req, res, next) {
  const { rows } = await pool.query("SELECT id, role FROM sessions WHERE token = $1", [req.headers.authorization]);
  if (!rows[0]) return res.status(401).json({ error: "Sign in first" });
  req.user = rows[0];
  next();
}
`;

function storeOf(table: string): string {
  return `import { Queue } from "bullmq";
import { pool } from "../db.ts";

const changes = new Queue("${table}-changes");

export async function find(id: string, user: string) {
  const { rows } = await pool.query("SELECT * FROM ${table} WHERE id = $1 AND user_id = $2", [id, user]);
  return rows[0];
}

export async function add(name: string, user: string) {
  await pool.query("INSERT INTO ${table} (name, user_id) VALUES ($1, $2)", [name, user]);
  await changes.add("added", { name });
}

export async function rename(id: string, name: string, user: string) {
  await pool.query("UPDATE ${table} SET name = $1 WHERE id = $2 AND user_id = $3", [name, id, user]);
}

export async function remove(id: string, user: string) {
  await pool.query("DELETE FROM ${table} WHERE id = $1 AND user_id = $2", [id, user]);
}
`;
}

function routesOf(area: { readonly name: string; readonly table: string; readonly index: number }): string {
  const { name, table, index } = area;
  const routes = Array.from({ length: PER_FILE }, (_, number) => {
    const path = number < 4 ? "" : `/part-${Math.floor(number / 4)}`;
    switch (number % 4) {
      case 0:
        return `
router.get("${path}/:id", async (req, res) => {
  const found = await store.find(req.params.id, req.user.id);
  if (!found) return res.status(404).json({ error: "No such entry in ${table}" });
  res.json(found);
});`;
      case 1:
        return `
router.post("${path}/", async (req, res) => {
  await store.add(String(req.body.name), req.user.id);
  res.status(201).json({ name: req.body.name });
});`;
      case 2:
        return `
router.patch("${path}/:id", async (req, res) => {
  await store.rename(req.params.id, String(req.body.name), req.user.id);
  res.json({ id: req.params.id });
});`;
      default:
        return `
router.delete("${path}/:id", async (req, res) => {
  await store.remove(req.params.id, req.user.id);
  res.status(204).end();
});`;
    }
  });
  const guard = index % 2 === 0 ? "router.use(requireUser);\n" : "";
  return `import { Router } from "express";
${guard ? 'import { requireUser } from "../access.ts";\n' : ""}import * as store from "./${name}.store.ts";

export const router = Router();
${guard}${routes.join("\n")}
`;
}
