// What services are made of lies deep in settings: each keeps its own shape, also the one that is given a function later.
// file: package.json
{ "name": "pantry", "dependencies": { "express": "4", "knex": "3" } }

// file: src/settings.ts
function number(text: string | undefined, otherwise: number): number {
  if (!text) return otherwise;
  const read = Number(text);
  return Number.isNaN(read) ? otherwise : read;
}

export function readSettings(given: { pool?: number; timeout?: number }) {
  const idle = number(process.env.IDLE, number(process.env.DB_IDLE, given.timeout || number(process.env.TIMEOUT, 30)));
  const least = number(process.env.POOL_MIN, number(process.env.POOL, number(process.env.SIZE, idle)));
  const most = number(process.env.POOL_MAX, number(process.env.WORKERS, number(process.env.CORES, least)));
  const queue = number(process.env.QUEUE, number(process.env.WAITING, number(process.env.BACKLOG, most)));
  const db = { connection: { host: process.env.DB_HOST, pool: { min: least, max: most, queue } } };
  return { db, log: () => {}, limits: { queue } };
}

// file: src/transaction.ts
import type { Knex } from "knex";

export type WithTransaction<Service> = Service & { atOnce: <Result>(work: (service: Service) => Result) => Promise<Result> };

export function withTransaction<Service>(make: (db: Knex) => Service, db: Knex): WithTransaction<Service> {
  const service = make(db) as WithTransaction<Service>;
  service.atOnce = async <Result>(work: (service: Service) => Result) =>
    db.transaction(async (inside: Knex.Transaction) => {
      const made = make(inside);
      return work(made);
    });
  return service;
}

export function withoutTransaction<Service>(service: Service): WithTransaction<Service> {
  const same = service as WithTransaction<Service>;
  same.atOnce = async <Result>(work: (service: Service) => Result) => work(same);
  return same;
}

// file: src/jars.ts
import type { Knex } from "knex";

export class JarStore {
  constructor(private db: Knex, private log: () => void, private limits: { queue: number }) {}
  async all() {
    return this.db("jars").select("*"); // effect: read database jars, read, safe, from GET /jars
  }
  async remove(label: string) {
    await this.db("jars").where({ label }).del(); // effect: write database jars, delete, safe, from DELETE /jars/:label
  }
}

export class JarsInMemory {
  private jars: string[] = [];
  async all() {
    return this.jars;
  }
  async remove(label: string) {
    this.jars = this.jars.filter((jar) => jar !== label);
  }
}

export class JarService {
  private store: JarStore;
  constructor({ jarStore }: { jarStore: JarStore }, private settings: { limits: { queue: number } }) {
    this.store = jarStore;
  }
  all() {
    return this.store.all();
  }
  remove(label: string) {
    return this.store.remove(label);
  }
}

// file: src/services.ts
import type { Knex } from "knex";
import { JarService, JarStore, JarsInMemory } from "./jars.js";
import { readSettings } from "./settings.js";
import { withTransaction, withoutTransaction } from "./transaction.js";

type Settings = ReturnType<typeof readSettings>;

const jarService = (settings: Settings) => (db: Knex) =>
  new JarService({ jarStore: new JarStore(db, settings.log, settings.limits) }, settings);

export const createServices = (settings: Settings, db?: Knex) => {
  const jars = db
    ? withTransaction(jarService(settings), db)
    : withoutTransaction(new JarService({ jarStore: new JarsInMemory() as unknown as JarStore }, settings));
  return { jars };
};

// file: src/jar-controller.ts
import { type IRouter, Router } from "express";

const ANYBODY = "ANYBODY";

const allowed =
  (rights: string | string[] = []) =>
  async (req, res, next) => {
    const asked = (Array.isArray(rights) ? rights : [rights]).filter((one) => one !== ANYBODY);
    if (!asked.length) return next();
    if (req.user && asked.every((one) => req.user.rights.includes(one))) return next(); // guard: role allowed(…)
    return res.status(403).end();
  };

class Controller {
  app: IRouter = Router();
  route({ method, path, handler, rights }) {
    // entry: GET /jars
    // entry: DELETE /jars/:label
    this.app[method](path, allowed(rights), handler.bind(this));
  }
  get router(): IRouter {
    return this.app;
  }
}

export class JarController extends Controller {
  private jars;
  constructor(settings, { jars }) {
    super();
    this.jars = jars;
    this.route({ method: "get", path: "/", handler: this.list, rights: ANYBODY });
    this.route({ method: "delete", path: "/:label", handler: this.remove, rights: "jars.write" });
  }
  async list(req, res) {
    res.json(await this.jars.all());
  }
  async remove(req, res) {
    await this.jars.atOnce((jars) => jars.remove(req.params.label));
    res.end();
  }
}

// file: src/server.ts
import express from "express";
import { knex } from "knex";
import { JarController } from "./jar-controller.js";
import { createServices } from "./services.js";
import { readSettings } from "./settings.js";

const settings = readSettings({});
const db = knex({ client: "pg", ...settings.db });
const services = createServices(settings, db);
const app = express();
app.use("/jars", new JarController(settings, services).router);
app.listen(3000);
