import express from "express";
import ImageKit from "imagekit";

const imagekit = new ImageKit({ publicKey: process.env.PUBLIC!, privateKey: process.env.PRIVATE!, urlEndpoint: process.env.URL! });
const app = express();

app.post("/pictures", async (req, res) => {
  await imagekit.upload({ file: req.body.picture, fileName: req.body.name }); // effect: write imagekit assets, set
  await imagekit.deleteFile(req.body.id); // effect: write imagekit assets, delete
  await imagekit.listFiles({}); // effect: read imagekit assets, read
  res.json(imagekit.getAuthenticationParameters()); // effect: call imagekit assets, call
});
