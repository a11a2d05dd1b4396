import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { createClient } from "@supabase/supabase-js";
import express from "express";

const s3 = new S3Client({});
const supabase = createClient("https://x.test", "key");
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.post("/documents/url", signedIn, async (req, res) => { // silent: asked
  res.json(await getSignedUrl(s3, new PutObjectCommand({ Bucket: "uploads", Key: req.body.name })));
});
app.post("/pictures/url", async (req, res) => { // expect: missing-authentication
  res.json(await getSignedUrl(s3, new PutObjectCommand({ Bucket: "uploads", Key: req.body.name })));
});
app.post("/dishes/url", async (req, res) => { // expect: missing-authentication
  res.json(await supabase.storage.from("dishes").createSignedUploadUrl(`dishes/${req.body.name}`));
});
app.get("/pictures/:name", async (req, res) => { // silent: pictures are shown
  res.redirect(await getSignedUrl(s3, new GetObjectCommand({ Bucket: "uploads", Key: req.params.name })));
});
