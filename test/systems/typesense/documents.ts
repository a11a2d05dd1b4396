import express from "express";
import Typesense from "typesense";

const client = new Typesense.Client({ nodes: [], apiKey: process.env.TYPESENSE_KEY! });
const app = express();

app.post("/search/:id", async (req, res) => {
  await client.collections("orders").documents().upsert({ id: req.params.id }); // effect: write typesense orders, upsert
  await client.collections("orders").documents(req.params.id).delete(); // effect: write typesense orders, delete
  res.json(await client.collections("orders").documents().search({ q: "x", query_by: "id" })); // effect: read typesense orders, read
});
