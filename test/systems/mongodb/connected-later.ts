// Clients that a method makes, and not the constructor.

// file: store.ts
import { type Db, MongoClient } from "mongodb";
class Store {
  private client: MongoClient | null = null;
  private db = null;
  static shared;
  async connect() {
    if (this.db) return;
    this.client = new MongoClient(process.env.MONGO ?? "");
    await this.client.connect();
    this.db = this.client.db("yard");
  }
  static get() {
    if (!this.shared) this.shared = new Store();
    return this.shared;
  }
  collection(name: string) {
    return this.db.collection(name);
  }
}
export const store = new Store();
export { Store };
// file: app.ts
import express from "express";
import { Store, store } from "./store";
const app = express();
app.post("/cranes", async (req, res) => {
  await store.collection("cranes").insertOne({ name: req.body.name }); // effect: write mongodb cranes, insert
  await Store.get().collection("logs").insertOne({ text: "added" }); // effect: write mongodb logs, insert
  res.sendStatus(201);
});
