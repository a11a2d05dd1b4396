import express from "express";
import * as Minio from "minio";

const minio = new Minio.Client({ endPoint: process.env.MINIO_HOST ?? "", accessKey: "", secretKey: "" });
const bucket = process.env.MINIO_BUCKET ?? "scans";
const app = express();

app.post("/scans/:id", async (req, res) => {
  if (!(await minio.bucketExists("scans"))) await minio.makeBucket("scans"); // effect: read minio scans, read // effect: write minio scans, set
  await minio.putObject("scans", req.params.id, req.body); // effect: write minio scans, set
  await minio.statObject(bucket, req.params.id); // effect: read minio MINIO_BUCKET, read
  await minio.removeObject("scans", req.params.id); // effect: write minio scans, delete
  const read = await minio.presignedGetObject("scans", req.params.id, 60); // effect: read minio scans, read
  const write = await minio.presignedUrl("PUT", "scans", req.params.id, 60); // effect: call minio scans, call
  res.json({ read, write });
});
