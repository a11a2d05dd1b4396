/** What stands behind interfaces, abstract classes, containers and declared members: the effects of the class that is meant. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace } from "../../../src/engine/index.ts";
import { analyse } from "../../harness/analyse.ts";
import { NEWEST } from "../../harness/typescripts.ts";

const PORT = `export interface Parcel { id: string } export interface Parcels { add(parcel: Parcel): Promise<void> }`;
const STORE = `import { Pool } from "pg"; import type { Parcels } from "./port"; const pool = new Pool();
export class SqlParcels implements Parcels { async add(parcel: any) { await pool.query("INSERT INTO parcels (id) VALUES ($1)", [parcel.id]); } }`;
const serve = (code: string, imports = ""): string =>
  `import express from "express"; ${imports} const app = express(); ${code} app.listen(3000);`;

const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "an interface that one class implements": {
    "src/port.ts": PORT,
    "src/store.ts": STORE,
    "src/service.ts": `import type { Parcels } from "./port"; export class Desk { constructor(private parcels: Parcels) {} take(body: any) { return this.parcels.add(body); } }`,
    "src/server.ts": serve(
      `app.post("/parcels", async (req, res) => { const desk = container.resolve(Desk); await desk.take(req.body); res.end(); });`,
      `import { container } from "tsyringe"; import { Desk } from "./service";`,
    ),
  },
  "a re-exported interface, and a container that is told the type": {
    "src/port.ts": PORT,
    "src/ports.ts": `export * from "./port";`,
    "src/store.ts": STORE,
    "src/server.ts": serve(
      `app.post("/parcels", async (req, res) => { await scope.get<Parcels>("parcels").add(req.body); res.end(); });`,
      `import { scope } from "di-of-ours"; import type { Parcels } from "./ports";`,
    ),
  },
  "a declaration that says what the container gives": {
    "src/port.ts": PORT,
    "src/store.ts": STORE,
    "src/server.ts": serve(
      `app.post("/parcels", async (req, res) => { const parcels: Parcels = req.scope.resolve("parcels"); await parcels.add(req.body); res.end(); });`,
      `import type { Parcels } from "./port";`,
    ),
  },
  "an abstract class, a double aside": {
    "src/port.ts": `export abstract class Parcels { abstract add(parcel: unknown): Promise<void> }`,
    "src/store.ts": STORE.replace("implements", "extends").replace("import type", "import"),
    "src/memory.ts": `import { Parcels } from "./port"; export class InMemoryParcels extends Parcels { async add() {} }`,
    "src/server.ts": serve(
      `export function routes(parcels: Parcels) { app.post("/parcels", async (req, res) => { await parcels.add(req.body); res.end(); }); }`,
      `import { Parcels } from "./port";`,
    ),
  },
  "members that a type declares": {
    "src/port.ts": PORT,
    "src/store.ts": STORE,
    "src/server.ts": serve(
      `interface Dependencies { parcels: Parcels; name: string }
export function routes({ parcels }: Dependencies) { app.post("/parcels", async (req, res) => { await parcels.add(req.body); res.end(); }); }`,
      `import type { Parcels } from "./port";`,
    ),
  },
  "a transaction host, by the adapter that it is declared with": {
    "src/store.ts": `import { Entity } from "typeorm"; import { TransactionHost } from "@nestjs-cls/transactional"; import { TransactionalAdapterTypeOrm } from "@nestjs-cls/transactional-adapter-typeorm";
@Entity("parcels") class Parcel { id = ""; }
export class Parcels { constructor(private host: TransactionHost<TransactionalAdapterTypeOrm>) {}
  add(parcel: any) { return this.host.tx.getRepository(Parcel).insert(parcel); } }`,
    "src/server.ts": serve(
      `const parcels = scope.get(Parcels); app.post("/parcels", async (req, res) => { await parcels.add(req.body); res.end(); });`,
      `import { scope } from "di-of-ours"; import { Parcels } from "./store";`,
    ),
  },
  "a store that puts itself on the global object": {
    "src/store.ts": `import { Pool } from "pg";
export class Store { private pool = new Pool(); open() { global.store = this; } add(parcel: any) { return this.pool.query("INSERT INTO parcels (id) VALUES ($1)", [parcel.id]); } }`,
    "src/server.ts": serve(
      `app.post("/parcels", async (req, res) => { await global.store.add(req.body); res.end(); });`,
      `import { Store } from "./store"; new Store().open();`,
    ),
  },
  "a client that is kept on the global object where it is not there yet": {
    "src/db.ts": `import { Pool } from "pg"; const globalForDb = globalThis as unknown as { pool?: Pool };
if (!globalForDb.pool) { globalForDb.pool = new Pool(); } export const pool: Pool = globalForDb.pool;`,
    "src/server.ts": serve(
      `app.post("/parcels", async (req, res) => { await pool.query("INSERT INTO parcels (id) VALUES ($1)", [req.body.id]); res.end(); });`,
      `import { pool } from "./db";`,
    ),
  },
  "what an Elysia plug-in decorates the context with": {
    "src/port.ts": PORT,
    "src/store.ts": STORE,
    "src/server.ts": `import { Elysia } from "elysia"; import { SqlParcels } from "./store";
const plugin = new Elysia({ name: "parcels" }).decorate("parcels", new SqlParcels());
new Elysia().use(plugin).post("/parcels", async (context) => { await context.parcels.add(context.body); return {}; }).listen(3000);`,
  },
};

for (const [name, files] of Object.entries(CASES)) {
  test(`${name}: what it writes is seen`, () => {
    const { entryPoints } = analyse(new Map(Object.entries(files)), NEWEST.load()).map;
    const written = entryPoints.flatMap(({ path, effects }) => effects.map(({ target }) => `${path} ${target}`));
    assert.deepEqual(written, ["/parcels parcels"]);
  });
}

test("a shape of data, or one of many classes, stands for nothing", () => {
  const many = ["A", "B", "C", "D"].map(
    (name) =>
      `export class ${name} implements Parcels { async add() { await pool.query("INSERT INTO ${name} DEFAULT VALUES"); } }`,
  );
  const files = new Map([
    ["src/port.ts", PORT],
    [
      "src/many.ts",
      `import { Pool } from "pg"; import type { Parcels } from "./port"; const pool = new Pool(); ${many.join("\n")}`,
    ],
    [
      "src/server.ts",
      serve(
        `app.post("/parcels", async (req, res) => { const parcels: Parcels = req.scope.resolve("parcels"); await parcels.add(req.body); res.end(); });`,
        `import type { Parcels } from "./port";`,
      ),
    ],
  ]);
  assert.deepEqual(analyse(files, NEWEST.load()).map.entryPoints[0]?.effects, []);
});

test("a class that begins or ceases to implement the interface is noticed", () => {
  const workspace = createWorkspace({ typescript: NEWEST.load });
  for (const [path, text] of Object.entries(CASES["members that a type declares"] ?? {})) workspace.setFile(path, text);
  const targets = () =>
    workspace.serviceMap().entryPoints.flatMap(({ effects }) => effects.map(({ target }) => target));
  assert.deepEqual(targets(), ["parcels"]);
  workspace.setFile("src/store.ts", STORE.replace("implements Parcels", ""));
  assert.deepEqual(targets(), []);
  workspace.setFile("src/store.ts", STORE.replace("INTO parcels", "INTO boxes"));
  assert.deepEqual(targets(), ["boxes"]);
});
