// The file that starts the service uses no framework itself; what it calls makes the stores and hands them on.
// file: package.json
{ "type": "module", "dependencies": { "express": "4", "knex": "3" } }
// file: src/server.ts
import { start } from "./start-service.js";
try {
  await start();
} catch (error) {
  console.error(error);
  process.exit(1);
}
// file: src/start-service.ts
import { getApp } from "./app.js";
import { createDb, createStores } from "./stores.js";

async function createApp(settings, make = { createDb, createStores }) {
  const stores = make.createStores(make.createDb(settings));
  return getApp(settings, stores);
}

export async function start(settings = {}) {
  const app = await createApp(settings);
  app.listen(3000);
}
// file: src/stores.ts
import knexModule from "knex";
const { knex } = knexModule;
export const createDb = ({ db }) => knex({ client: "pg", connection: { ...db } });
class TagStore {
  constructor(private db) {}
  async insert(value) {
    await this.db("tags").insert({ value }); // effect: write postgres tags, insert, unsafe, from POST /tags
  }
}
export const createStores = (db) => ({ tags: new TagStore(db) });
// file: src/app.ts
import express from "express";

class TagController {
  constructor({ tags }) {
    this.tags = tags;
    this.router = express.Router();
    this.router.post("/", this.create.bind(this)); // entry: POST /tags
  }
  async create(req, res) {
    await this.tags.insert(req.body.value);
    res.sendStatus(201);
  }
}

export async function getApp(settings, stores) {
  const app = express();
  app.use("/tags", new TagController(stores).router);
  return app;
}
