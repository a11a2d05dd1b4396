// Clients that a method makes, and not the constructor.

// file: store.ts
import { type Db, MongoClient } from "mongodb";
class Store {
  private client: MongoClient | null = null;
  private db = null;
  async connect() {
    if (this.db) return;
    this.client = new MongoClient(process.env.MONGO ?? "");
    await this.client.connect();
    this.db = this.client.db("yard");
  }
  collection(name: string) {
    return this.db.collection(name);
  }
}
export const store = new Store();
// file: app.ts
import express from "express";
import { store } from "./store";
const app = express();
app.post("/cranes", async (req, res) => {
  await store.collection("cranes").insertOne({ name: req.body.name }); // effect: write mongodb cranes, insert
  res.sendStatus(201);
});
