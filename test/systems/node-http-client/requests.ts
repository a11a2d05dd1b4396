import express from "express";
import http from "node:http";
import { request } from "https";

const app = express();

app.post("/proxy/:id", async (req, res) => {
  http.get("http://plain.example.com/a", (answer) => answer.resume()); // effect: call plain.example.com plain.example.com, read
  request("https://node.example.com/a", { method: "POST" }).end(); // effect: call node.example.com node.example.com, call
  request({ hostname: "node.example.com", path: "/a", method: "PUT" }).end(); // effect: call node.example.com node.example.com, call
  res.end();
});
