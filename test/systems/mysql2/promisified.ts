// Functions with callbacks that were made to give promises: each gets a twin, `queryAsync` beside `query`.
// http://bluebirdjs.com/docs/api/promise.promisifyall.html
import Bluebird from "bluebird";
import express from "express";
import mysql from "mysql";
import Pool from "mysql/lib/Pool";

const own = Bluebird.promisifyAll(mysql.createPool({}));
const pool = mysql.createPool({});
Bluebird.promisifyAll([Pool]);

const app = express();
app.get("/tides", async (_req, res) => {
  res.json(await own.queryAsync("SELECT * FROM tides")); // effect: read mysql tides, read, safe
});
app.post("/moons", async (req, res) => {
  await pool.queryAsync("INSERT INTO moons SET ?", [req.body]); // effect: write mysql moons, insert, unsafe
  res.sendStatus(201);
});
app.get("/unknown", async (_req, res) => {
  res.json(await pool.rewindAsync("SELECT * FROM tides"));
});
