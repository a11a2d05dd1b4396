// Code that is traced runs all the same. https://newrelic.github.io/node-newrelic/API.html
import express from "express";
import { Pool } from "pg";

let newrelic: any = null;
if (process.env.NEW_RELIC_LICENSE_KEY) newrelic = require("newrelic");

const pool = new Pool();
const app = express();

function traced(name: string, work: () => Promise<any>) {
  if (!newrelic) return work();
  return newrelic.startSegment(name, true, async () => { // effect: call newrelic carts, call
    try {
      return await work();
    } catch (error) {
      newrelic.noticeError(error); // effect: call newrelic, call
      throw error;
    }
  });
}

app.delete("/carts/:id", async (req, res) => { // expect: missing-authentication
  await traced("carts", () => pool.query("DELETE FROM carts WHERE id = $1", [req.params.id])); // effect: write postgres carts, delete
  res.end();
});
