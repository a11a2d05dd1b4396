// `settings->'mail'` is a part of a document, and no number that goes down.
import express from "express";
import { Kysely, sql } from "kysely";

const app = express();
const db = new Kysely<any>({} as any);

app.post("/shops/:id/mail", async (req, res) => {
  await db
    .updateTable("shops")
    .set({
      settings: sql`COALESCE(settings, '{}'::jsonb)
        || jsonb_build_object('mail', COALESCE(settings->'mail', '{}'::jsonb) || jsonb_build_object(${sql.lit(req.body.key)}, ${sql.lit(req.body.value)}))`, // silent: the same member is set
    })
    .where("id", "=", req.params.id)
    .execute();
  res.end();
});
app.post("/shops/:id/calls", async (req, res) => {
  await db // expect: unguarded-increment
    .updateTable("shops")
    .set({ calls: sql`calls - 1` })
    .where("id", "=", req.params.id)
    .execute();
  res.end();
});
