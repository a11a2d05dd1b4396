import { Client } from "@elastic/elasticsearch";
import { Client as OpenSearch } from "@opensearch-project/opensearch";
import express from "express";

const client = new Client({ node: process.env.ELASTIC_URL });
const open = new OpenSearch({});
const app = express();

app.post("/search/:id", async (req, res) => {
  const found = await client.search({ index: "orders", query: { match_all: {} } }); // effect: read elasticsearch orders, read
  await client.index({ index: "orders", document: { total: 5 } }); // effect: write elasticsearch orders, insert
  await client.index({ index: "orders", id: req.params.id, document: { total: 5 } }); // effect: write elasticsearch orders, upsert
  await client.update({ index: "orders", id: req.params.id, doc: { total: 6 } }); // effect: write elasticsearch orders, set
  await client.delete({ index: "orders", id: req.params.id }); // effect: write elasticsearch orders, delete
  await client.bulk({ index: "orders", operations: [] }); // effect: write elasticsearch orders, call
  await client.indices.create({ index: "orders" }); // effect: write elasticsearch orders, set
  await open.index({ index: "orders", id: req.params.id, body: {} }); // effect: write opensearch orders, upsert
  res.json(found);
});
