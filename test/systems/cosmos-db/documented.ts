// https://learn.microsoft.com/azure/cosmos-db/nosql/how-to-javascript-create-item

// file: src/orders.ts
import type { Container, Database } from "@azure/cosmos";
export class Orders {
  private readonly container: Container;
  constructor(database: Database) {
    this.container = database.container("orders");
  }
  async cancel(id: string) {
    await this.container.item(id, id).delete(); // effect: write cosmos-db orders, delete
  }
}
// file: src/index.ts
import { CosmosClient } from "@azure/cosmos";
import express from "express";
import { Orders } from "./orders";

const app = express();
const client = new CosmosClient(process.env.COSMOS!);
const database = client.database("shop");
const products = database.container("products");
const orders = new Orders(database);

app.get("/products", async (req, res) => {
  const { resources } = await products.items.query({ query: "SELECT * FROM p" }).fetchAll(); // effect: read cosmos-db products, read
  res.json(resources);
});

app.post("/products/:id", async (req, res) => {
  const { resource } = await products.item(req.params.id, req.params.id).read(); // effect: read cosmos-db products, read
  await products.items.create({ name: req.body.name }); // effect: write cosmos-db products, insert, unsafe
  await products.items.upsert({ id: req.params.id, name: req.body.name }); // effect: write cosmos-db products, upsert, safe
  await client.database("shop").container("products").item(req.params.id).replace({ ...resource, name: req.body.name }); // effect: write cosmos-db products, set, safe
  await products.item(req.params.id).patch([{ op: "set", path: "/name", value: req.body.name }]); // effect: write cosmos-db products, set, safe
  await products.item(req.params.id).patch({ operations: [{ op: "incr", path: "/stock", value: -1 }] }); // effect: write cosmos-db products, increment, unsafe
  await orders.cancel(req.params.id);
  res.end();
});

app.post("/products/:id/first", async (req, res) => {
  await products.items.create({ id: req.params.id, name: req.body.name }); // effect: write cosmos-db products, upsert, safe
  res.end();
});

app.post("/products/copies", async (req, res) => {
  await products.items.create({ ...req.body, id: crypto.randomUUID() }); // effect: write cosmos-db products, insert, unsafe
  res.end();
});
