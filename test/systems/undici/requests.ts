import express from "express";
import { fetch, Pool, request } from "undici";

const pool = new Pool("https://pool.example.com");
const app = express();

app.post("/proxy/:id", async (req, res) => {
  await request("https://undici.example.com/a", { method: "POST" }); // effect: call undici.example.com /a, call
  await fetch("https://undici.example.com/a"); // effect: call undici.example.com /a, read
  await pool.request({ path: "/a", method: "DELETE" }); // effect: call pool.example.com /a, call
  res.end();
});
