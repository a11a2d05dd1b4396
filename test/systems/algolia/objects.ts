import { algoliasearch } from "algoliasearch";
import express from "express";

const client = algoliasearch("app", process.env.ALGOLIA_KEY!);
const app = express();

app.post("/search/:id", async (req, res) => {
  await client.saveObject({ indexName: "orders", body: { objectID: req.params.id } }); // effect: write algolia orders, upsert
  await client.deleteObject({ indexName: "orders", objectID: req.params.id }); // effect: write algolia orders, delete
  res.json(await client.searchSingleIndex({ indexName: "orders" })); // effect: read algolia orders, read
});
