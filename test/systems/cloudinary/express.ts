import { v2 as cloudinary } from "cloudinary";
import express from "express";

const app = express();

app.post("/pictures", async (req, res) => {
  await cloudinary.uploader.upload(req.body.path, { public_id: "cover" }); // effect: write cloudinary files, set
  await cloudinary.uploader.destroy(req.body.name); // effect: write cloudinary files, delete
  res.json(cloudinary.utils.api_sign_request(req.body.params, process.env.CLOUDINARY_SECRET!)); // effect: call cloudinary files, call
});
