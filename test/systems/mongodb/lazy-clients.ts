// Clients that are made when they are first used: behind a proxy, and in a module's start-up function.

// file: src/store.ts
import { MongoClient } from "mongodb";
let client: MongoClient | undefined;
function connect() {
  client ??= new MongoClient(process.env.MONGO_URL!);
  return client.db("hives");
}
export const db = new Proxy({} as ReturnType<typeof connect>, {
  get(_target, name) {
    return Reflect.get(connect(), name);
  },
});
class Store {
  private static instance: Store;
  private client?: MongoClient;
  static async getInstance() {
    Store.instance ??= new Store();
    return Store.instance;
  }
  collections() {
    const base = this.client!.db("apiary");
    return { queens: base.collection("queens"), swarms: base.collection("swarms") };
  }
}
export let collections: ReturnType<Store["collections"]>;
export const ready = (async () => {
  const store = await Store.getInstance();
  collections = store.collections();
})();
// file: src/server.ts
import express from "express";
import { collections, db } from "./store";
const app = express();
app.get("/hives", async (_req, res) => {
  res.json(await db.collection("hives").find({}).toArray()); // effect: read mongodb hives, read
});
app.post("/queens", async (req, res) => {
  await collections.queens.insertOne({ name: req.body.name }); // effect: write mongodb queens, insert
  res.sendStatus(201);
});
