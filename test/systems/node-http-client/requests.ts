import express from "express";
import http from "node:http";
import { request } from "https";

const app = express();

app.post("/proxy/:id", async (req, res) => {
  http.get("http://plain.example.com/a", (answer) => answer.resume()); // effect: call plain.example.com /a, read
  request("https://node.example.com/a", { method: "POST" }).end(); // effect: call node.example.com /a, call
  request({ hostname: "node.example.com", path: "/a", method: "PUT" }).end(); // effect: call node.example.com, call
  res.end();
});
