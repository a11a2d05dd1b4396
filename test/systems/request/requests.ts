import express from "express";
import request from "request-promise";

const app = express();

app.post("/proxy/:id", async (req, res) => {
  await request.post("https://request.example.com/a", { json: req.body }); // effect: call request.example.com /a, call
  await request({ url: "https://request.example.com/a", method: "DELETE" }); // effect: call request.example.com /a, call
  res.json(await request("https://request.example.com/a")); // effect: call request.example.com /a, read
});
