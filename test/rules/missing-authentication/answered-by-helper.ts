// A function that answers for its caller, and tells by what it gives back that it did.
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

function knowsKey(req: express.Request, res: express.Response): boolean {
  if (req.headers["x-key"] !== process.env.OPERATOR_KEY!) {
    res.status(401).end();
    return false;
  }
  return true;
}

app.delete("/parcels/:id", async (req, res) => { // silent: the helper sends the 401
  if (!knowsKey(req, res)) return;
  await pool.query("DELETE FROM parcels WHERE id = $1", [req.params.id]);
  res.end();
});

async function courierOf(req: express.Request, res: express.Response) {
  const found = await pool.query("SELECT id, name FROM couriers WHERE pin = $1", [req.body.pin]);
  if (found.rows[0]) return found.rows[0];
  refuse(res, 401);
  return null;
}

function refuse(res: express.Response, status: number) {
  res.status(status).json({ error: true });
}

app.post("/routes/close", async (req, res) => { // silent: who shows no code of a courier is answered
  const courier = await courierOf(req, res);
  if (!courier) return;
  await pool.query("UPDATE routes SET closed = true WHERE id = $1", [req.body.route]);
  res.end();
});

async function ifCourier(req: express.Request, res: express.Response, next: express.NextFunction) {
  const courier = await courierOf(req, res);
  if (!courier) return;
  res.locals.courier = courier;
  next();
}

app.post("/routes/open", ifCourier, async (req, res) => { // silent: middleware asks the helper
  await pool.query("UPDATE routes SET closed = false WHERE id = $1", [req.body.route]);
  res.end();
});

async function depotOf(req: express.Request, res: express.Response) {
  const found = await pool.query("SELECT id, name FROM depots WHERE name = $1", [req.body.depot]);
  if (!found.rows[0]) {
    res.status(404).end();
    return null;
  }
  return found.rows[0];
}

app.post("/depots/close", async (req, res) => { // expect: missing-authentication
  const depot = await depotOf(req, res);
  if (!depot) return;
  await pool.query("UPDATE depots SET closed = true WHERE id = $1", [depot.id]);
  res.end();
});

app.post("/depots/open", async (req, res) => { // expect: missing-authentication
  knowsKey(req, res);
  const depot = await depotOf(req, res);
  if (!depot) return;
  await pool.query("UPDATE depots SET closed = false WHERE id = $1", [depot.id]);
  res.end();
});
