// file: src/users.ts
import knex from "knex";

const db = knex({ client: "pg" });

/** Columns with what they must be, or with an operator and that. */
export async function update(match: Record<string, unknown>, changes: Record<string, unknown>) {
  return db.transaction(async (trx) => {
    const query = trx("users");
    Object.entries(match).forEach(([column, wanted]) => {
      query.andWhere(column, ...(Array.isArray(wanted) ? wanted : [wanted])); // expect: reusable-token
    });
    const user = await query.select("id").first();
    if (!user) return undefined;
    await trx("users").where("id", user.id).update(changes);
    return trx("users").where("id", user.id).first();
  });
}

// file: src/server.ts
import bcrypt from "bcryptjs";
import express from "express";
import { update } from "./users.ts";

const app = express();

app.post("/password", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  const user = await update({ reset_password_token: req.body.token }, { password });
  res.sendStatus(user ? 204 : 400);
});

app.post("/password/once", async (req, res) => {
  const password = await bcrypt.hash(req.body.password, 12);
  const user = await update({ reset_password_token: req.body.token }, { password, reset_password_token: null }); // silent: it is taken away
  res.sendStatus(user ? 204 : 400);
});

