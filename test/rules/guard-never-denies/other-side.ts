// file: src/app.ts
import express from "express";
import pg from "pg";
import { byKind } from "./by-kind.js";

const pool = new pg.Pool();
const app = express();

const handlers = {
  open: async (req, res) => {
    if (!req.user.mayOpen) return res.status(403).end(); // silent: the other handler of the table does not run after it
    await pool.query("UPDATE doors SET open = true");
    res.end();
  },
  close: async (req, res) => {
    await pool.query("UPDATE doors SET open = false");
    res.end();
  },
};

app.post("/doors/:what", async (req, res) => {
  const handler = handlers[req.params.what];
  await handler(req, res);
});

app.post("/windows", byKind);
// file: src/by-kind.ts
import pg from "pg";
import { isMember, verify } from "./verify.js";

const pool = new pg.Pool();

export async function byKind(req, res) {
  if (req.body.kind === "open") return await open(req, res);
  else if (req.body.kind === "clean") return await clean(req, res);
}

async function open(req, res) {
  if (!req.user.mayOpen) return res.status(403).end(); // silent: cleaning stands on the other side of the test
  await pool.query("UPDATE windows SET open = true");
}

async function clean(req, res) {
  const user = await verify(req, res);
  if (!user) return;
  if (!isMember(req, res)) return;
  if (req.body.deep !== undefined) {
    if (req.body.deep > 0) {
      if (!user.mayCleanDeep) {
        return res.status(403).json({ error: "not deep" }); // silent: the function leaves, two levels up as well
      }
    }
  }
  await pool.query("UPDATE windows SET clean = true WHERE cleaner = $1", [user.id]);
}
// file: src/verify.ts
import pg from "pg";

const pool = new pg.Pool();

export async function verify(req, res) {
  if (typeof req.session.userId !== "string") {
    res.status(401).end(); // silent: the caller tests what was given back
    return null;
  }
  const { rows } = await pool.query("SELECT * FROM users WHERE id = $1", [req.session.userId]);
  return rows[0];
}

export function isMember(req, res) {
  const answer = answerOf(req.session);
  if (!answer.ok) {
    if (answer.error?.startsWith("Unknown")) res.status(401).end(); // silent: the caller tests the answer of the outer condition
    else res.status(403).end();
    return false;
  }
  return true;
}

function answerOf(session) {
  if (!session.member) return { ok: false, error: "Unknown" };
  return { ok: true };
}
// file: src/ignored.ts
import express from "express";
import pg from "pg";

const pool = new pg.Pool();
const app = express();

function demandAdmin(req, res) {
  if (!req.user.isAdmin) return res.status(403).end(); // expect: guard-never-denies
}

app.post("/wipe", async (req, res) => {
  demandAdmin(req, res);
  await pool.query("DELETE FROM doors");
  res.end();
});
