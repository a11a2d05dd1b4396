// Middleware that asks different callers for different things, and goes on in one place.
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

async function keyOrToken(req: any, res: express.Response, next: express.NextFunction) {
  const key = req.headers["x-api-key"];
  if (key) {
    const { rows } = await pool.query("SELECT id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) return res.status(401).end();
  } else {
    const token = req.headers.authorization?.split(" ")[1];
    if (!token) return res.status(401).end();
    req.user = jwt.verify(token, process.env.TOKEN_KEY!);
  }
  next();
}

async function keyTokenOrNothing(req: any, res: express.Response, next: express.NextFunction) {
  const key = req.headers["x-api-key"];
  const token = req.headers.authorization?.split(" ")[1];
  if (key) {
    const { rows } = await pool.query("SELECT id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) return res.status(401).end();
  } else if (token) {
    req.user = jwt.verify(token, process.env.TOKEN_KEY!);
  } else {
    return res.status(401).end();
  }
  next();
}

async function keyIfAny(req: any, res: express.Response, next: express.NextFunction) {
  const key = req.headers["x-api-key"];
  if (key) {
    const { rows } = await pool.query("SELECT id FROM api_keys WHERE key = $1", [key]);
    if (!rows[0]) return res.status(401).end();
  } else {
    req.isGuest = true;
  }
  next();
}

app.post("/boats", keyOrToken, async (req, res) => { // silent: whoever comes has shown a key or a token
  await pool.query("INSERT INTO boats (name) VALUES ($1)", [req.body.name]);
  res.sendStatus(201);
});

app.delete("/boats/:id", keyTokenOrNothing, async (req, res) => { // silent: who shows neither is refused
  await pool.query("DELETE FROM boats WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/moorings/:id", keyIfAny, async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM moorings WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

async function byScheme(req: any, res: express.Response, next: express.NextFunction) {
  const [scheme, value] = (req.headers.authorization ?? "").split(" ");
  switch (scheme) {
    case "Bearer":
      req.user = jwt.verify(value, process.env.TOKEN_KEY!);
      break;
    case "Key":
    case "ApiKey": {
      const { rows } = await pool.query("SELECT id FROM api_keys WHERE key = $1", [value]);
      if (!rows[0]) return res.status(401).end();
      break;
    }
    case "Pilot": {
      const { rows } = await pool.query("SELECT id FROM pilots WHERE pin = $1", [value]);
      if (!rows[0]) return res.status(401).end();
      break;
    }
    default:
      return res.status(401).end();
  }
  next();
}

async function bySchemeIfAny(req: any, res: express.Response, next: express.NextFunction) {
  const [scheme, value] = (req.headers.authorization ?? "").split(" ");
  switch (scheme) {
    case "Bearer":
      req.user = jwt.verify(value, process.env.TOKEN_KEY!);
      break;
    default:
      req.isGuest = true;
  }
  next();
}

app.delete("/charts/:id", byScheme, async (req, res) => { // silent: each scheme asks for something, and others are refused
  await pool.query("DELETE FROM charts WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/lamps/:id", bySchemeIfAny, async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM lamps WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});
