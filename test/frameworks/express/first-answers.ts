// A handler is registered in the open first, and again in a router that asks who is calling: the first answers.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const calls = express.Router();

const changed = async (req: express.Request, res: express.Response) => {
  await pool.query("UPDATE calls SET state = $1 WHERE id = $2", [req.body.state, req.body.id]);
  res.end();
};

app.post("/calls/status", changed); // entry: POST /calls/status
calls.use((req, res, next) => (req.headers.authorization ? next() : res.status(401).end()));
calls.post("/status", changed);
calls.post("/other", changed); // entry: POST /calls/other
app.use("/calls", calls);
app.post("/calls/other", changed);
