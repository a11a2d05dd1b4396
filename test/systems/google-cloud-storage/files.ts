import { Storage } from "@google-cloud/storage";
import express from "express";

const bucket = new Storage().bucket("uploads");
const app = express();

app.post("/files/:id", async (req, res) => {
  await bucket.file(req.params.id).save(req.body); // effect: write google-cloud-storage uploads, set
  await bucket.file(req.params.id).download(); // effect: read google-cloud-storage uploads, read
  await bucket.file(req.params.id).delete(); // effect: write google-cloud-storage uploads, delete
  await bucket.upload("/tmp/a"); // effect: write google-cloud-storage uploads, set
  const [url] = await bucket.file(req.params.id).getSignedUrl({ action: "read", expires: 1 }); // effect: read google-cloud-storage uploads, read
  await bucket.file(req.params.id).getSignedUrl({ action: "write", expires: 1 }); // effect: call google-cloud-storage uploads, call
  res.json({ url });
});
