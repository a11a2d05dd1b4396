// https://unstorage.unjs.io/guide
import express from "express";
import { createStorage, prefixStorage } from "unstorage";

const storage = createStorage();
const bones = prefixStorage(storage, "bones");
const app = express();
app.get("/bones/:id", async (req, res) => {
  res.json(await bones.getItem(req.params.id)); // effect: read unstorage, read
});
app.put("/bones/:id", async (req, res) => {
  await storage.setItem("latest", req.params.id); // effect: write unstorage latest, set
  await bones.remove(req.params.id); // effect: write unstorage, delete
  res.end();
});
