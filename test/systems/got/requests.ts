import express from "express";
import got from "got";
import ky from "ky";

const api = ky.create({ prefixUrl: "https://ky.example.com" });
const app = express();

app.post("/proxy/:id", async (req, res) => {
  await got("https://got.example.com/a").json(); // effect: call got.example.com /a, read
  await got.post("https://got.example.com/a", { json: req.body }).json(); // effect: call got.example.com /a, call
  await got.extend({ prefixUrl: "https://got.example.com" })("orders", { method: "PUT" }); // effect: call got.example.com, call
  await api.post("orders", { json: req.body }); // effect: call ky.example.com, call
  res.json(await api("orders").json()); // effect: call ky.example.com, read
});
