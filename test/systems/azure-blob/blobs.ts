import { BlobServiceClient } from "@azure/storage-blob";
import express from "express";

const service = BlobServiceClient.fromConnectionString(process.env.AZURE_STORAGE!);
const app = express();

app.post("/files/:id", async (req, res) => {
  const container = service.getContainerClient("uploads");
  await container.getBlockBlobClient(req.params.id).uploadData(req.body); // effect: write azure-blob uploads, set
  await container.getBlobClient(req.params.id).downloadToBuffer(); // effect: read azure-blob uploads, read
  await container.getBlobClient(req.params.id).deleteIfExists(); // effect: write azure-blob uploads, delete
  res.end();
});
