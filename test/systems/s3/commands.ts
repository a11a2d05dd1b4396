import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import express from "express";

const s3 = new S3Client({});
const app = express();

app.post("/files/:id", async (req, res) => {
  await s3.send(new GetObjectCommand({ Bucket: "uploads", Key: req.params.id })); // effect: read s3 uploads, read
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: req.params.id, Body: req.body })); // effect: write s3 BUCKET, set
  await s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key: req.params.id })); // effect: write s3 uploads, delete
  await new Upload({ client: s3, params: { Bucket: "uploads", Key: "a", Body: req } }).done(); // effect: write s3 uploads, set
  res.end();
});
