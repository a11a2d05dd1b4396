import express from "express";
import nodemailer from "nodemailer";
import { Pool, type PoolClient } from "pg";

const app = express();
const pool = new Pool();
const mailer = nodemailer.createTransport({});

class Visits {
  async cancel(id: number, client?: PoolClient) {
    const done = await (client ?? pool).query(
      "UPDATE visits SET status = 'cancelled' WHERE id = $1 AND status = 'booked' RETURNING *",
      [id],
    );
    return done.rows[0] ?? null;
  }

  async file(id: number, kind: string) {
    const done = await pool.query("UPDATE visits SET filed_as = $2 WHERE id = $1 AND kind = 'house' RETURNING *", [id, kind]);
    return done.rows[0] ?? null;
  }
}

const visits = new Visits();

app.post("/visits/:id/cancel", requireUser, async (req, res) => { // silent: only the first one finds it booked, by whichever client
  const visit = await visits.cancel(Number(req.params.id));
  if (!visit) return res.sendStatus(409);
  await mailer.sendMail({ to: visit.email, subject: "Cancelled" });
  res.json(visit);
});

app.post("/visits/:id/drop", requireUser, async (req, res) => { // silent: the path goes on only with something of the claimed row
  const { rows } = await pool.query("UPDATE visits SET status = 'dropped' WHERE id = $1 AND status = 'booked' RETURNING *", [
    req.params.id,
  ]);
  if (!rows[0]?.email) return res.sendStatus(409);
  await mailer.sendMail({ to: rows[0].email, subject: "Dropped" });
  res.sendStatus(204);
});

app.post("/visits/:id/file", requireUser, async (req, res) => {
  // The kind stays what it is: the next request finds the row again.
  const visit = await visits.file(Number(req.params.id), req.body.as);
  if (!visit) return res.sendStatus(404);
  await mailer.sendMail({ to: visit.email, subject: "Filed" }); // expect: message-sent-twice
  res.json(visit);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
