// https://github.com/unjs/ofetch
import express from "express";
import { $fetch, ofetch } from "ofetch";

const api = $fetch.create({ baseURL: "https://kennels.example.com" });
const app = express();
app.get("/a", async (req, res) => {
  res.json(await ofetch("https://api.example.org/dogs")); // effect: call api.example.org /dogs, read
});
app.post("/b", async (req, res) => {
  await api("/dogs", { method: "POST", body: req.body }); // effect: call kennels.example.com /dogs, call
  await $fetch("/dogs", { baseURL: "https://vets.example.net", method: "DELETE" }); // effect: call vets.example.net /dogs, call
  await $fetch("/api/own"); // silent: answered by the service itself
  res.end();
});
