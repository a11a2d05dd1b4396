import express from "express";
import { getServerSession } from "next-auth";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

async function memberOf(req: express.Request, res: express.Response) {
  const session = await getServerSession();
  if (!session) {
    res.status(401).end();
    return null;
  }
  const { rows } = await pool.query("SELECT * FROM members WHERE id = $1", [session.user.id]);
  const [member] = rows;
  if (!member.paid1) return null;
  if (!member.paid2) return null;
  if (!member.paid3) return null;
  if (!member.paid4) return null;
  if (!member.paid5) return null;
  if (!member.paid6) return null;
  if (!member.paid7) return null;
  if (!member.paid8) return null;
  if (!member.paid9) return null;
  if (!member.paid10) return null;
  if (!member.paid11) return null;
  if (!member.paid12) return null;
  if (!member.paid13) return null;
  if (!member.paid14) return null;
  if (!member.paid15) return null;
  if (!member.paid16) return null;
  if (!member.paid17) return null;
  if (!member.paid18) return null;
  if (!member.paid19) return null;
  if (!member.paid20) return null;
  if (!member.paid21) return null;
  if (!member.paid22) return null;
  if (!member.paid23) return null;
  if (!member.paid24) return null;
  if (!member.name) {
    res.status(401).end();
    return null;
  }
  return member;
}

app.post("/seats", async (req, res) => {
  const member = await memberOf(req, res);
  if (!member) return;
  await pool.query("UPDATE seats SET member = $1", [member.id]); // silent: who was refused has left
  res.end();
});

app.post("/rooms", async (req, res) => {
  const session = await getServerSession();
  if (!session) res.status(401).end(); // expect: guard-never-denies
  await pool.query("UPDATE rooms SET open = true");
  res.end();
});
