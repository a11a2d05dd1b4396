import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, serial, text } from "drizzle-orm/pg-core";
import express from "express";
import { hash } from "bcrypt";

export const accountsTable = pgTable("accounts", { id: serial("id").primaryKey(), email: text("email").unique() });
export const secretsTable = pgTable("secrets", { id: serial("id").primaryKey(), password: text("password") });
const db = drizzle(process.env["DATABASE_URL"] as string, { schema: { accountsTable, secretsTable } });
const app = express();

app.post("/register", async (req, res) => {
  const known = await db.query.accountsTable.findFirst({ where: eq(accountsTable.email, req.body.email) });
  if (known) return res.sendStatus(409);
  await db.insert(accountsTable).values({ email: req.body.email });
  await db.insert(secretsTable).values({ password: await hash(req.body.password, 10) }); // silent: the table that was asked is the one that is added to
  res.end();
});
