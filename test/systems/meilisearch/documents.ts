import { MeiliSearch } from "meilisearch";
import express from "express";

const search = new MeiliSearch({ host: process.env.MEILI_URL! });
const app = express();

app.post("/search/:id", async (req, res) => {
  await search.index("orders").addDocuments([{ id: req.params.id }]); // effect: write meilisearch orders, upsert
  await search.index("orders").deleteDocument(req.params.id); // effect: write meilisearch orders, delete
  res.json(await search.index("orders").search("x")); // effect: read meilisearch orders, read
});
