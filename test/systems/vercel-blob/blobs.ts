import { del, list, put } from "@vercel/blob";
import express from "express";

const app = express();

app.post("/files/:id", async (req, res) => {
  await put(req.params.id, req, { access: "public" }); // effect: write vercel-blob blobs, set
  await put(req.params.id, req, { access: "public", addRandomSuffix: true }); // effect: write vercel-blob blobs, insert
  await del(req.body.url); // effect: write vercel-blob blobs, delete
  await list(); // effect: read vercel-blob blobs, read
  res.end();
});
