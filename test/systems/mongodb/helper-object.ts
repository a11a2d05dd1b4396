// A plain object that holds the client: a method of it sets the field.
import express from "express";
import { MongoClient } from "mongodb";

const store = {
  client: null as unknown as MongoClient,
  async connect(url: string): Promise<void> {
    this.client = await MongoClient.connect(url);
  },
  collection(name: string) {
    return this.client.db().collection(name);
  },
};
const late = {
  client: {} as MongoClient,
  async connect(url: string): Promise<void> {
    this.client = await MongoClient.connect(url);
  },
  async collection(name: string) {
    if (!this.client) await this.connect("mongodb://localhost");
    return this.client.db().collection(name);
  },
};
const app = express();
app.post("/boats", async (req, res) => {
  await store.collection("boats").insertOne({ name: req.body.name }); // effect: write mongodb boats, insert
  const berths = await late.collection("berths");
  await berths.deleteOne({ boat: req.body.name }); // effect: write mongodb berths, delete
  res.json({});
});
app.listen(3000);
