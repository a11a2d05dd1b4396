import express from "express";
import superagent from "superagent";

const app = express();

app.post("/proxy/:id", async (req, res) => {
  await superagent.post("https://super.example.com/a").set("X-Key", "k").send(req.body); // effect: call super.example.com /a, call
  const { body } = await superagent.get("https://super.example.com/a").query({ a: 1 }); // effect: call super.example.com /a, read
  res.json(body);
});
