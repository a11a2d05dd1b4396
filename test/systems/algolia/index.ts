import algoliasearch from "algoliasearch";
import express from "express";

const index = algoliasearch("app", process.env.ALGOLIA_KEY!).initIndex("orders");
const app = express();

app.post("/search/:id", async (req, res) => {
  await index.saveObjects([{ objectID: req.params.id }]); // effect: write algolia orders, upsert
  res.json(await index.search("x")); // effect: read algolia orders, read
});
