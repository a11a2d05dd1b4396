import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import express from "express";

const s3 = new S3Client({});
const app = express();

app.post("/files/:id", async (req, res) => {
  await getSignedUrl(s3, new GetObjectCommand({ Bucket: "uploads", Key: req.params.id })); // effect: read s3 uploads, read
  await getSignedUrl(s3, new PutObjectCommand({ Bucket: "uploads", Key: req.params.id })); // effect: call s3 uploads, call
  await createPresignedPost(s3, { Bucket: "uploads", Key: req.params.id }); // effect: call s3 uploads, call
  res.end();
});
