// file: package.json
{ "dependencies": { "@trpc/server": "11.0.0", "next": "14.0.0", "nookies": "2.5.2", "jsonwebtoken": "9.0.0", "cookie": "1.0.0", "express": "5.0.0", "cookies": "0.9.0", "pg": "8.0.0" } }
// file: src/server/trpc.ts
import { initTRPC, TRPCError } from "@trpc/server";
import type { CreateNextContextOptions } from "@trpc/server/adapters/next";
import { decode } from "jsonwebtoken";
import { parseCookies } from "nookies";

function sessionOf({ req }: CreateNextContextOptions) {
  const { token } = parseCookies({ req });
  return token ? decode(token) : null; // expect: unverified-token
}
export const createContext = (opts: CreateNextContextOptions) => ({ session: sessionOf(opts) });
const t = initTRPC.context<typeof createContext>().create();
export const router = t.router;
const asks = t.middleware(({ ctx, next }) => {
  if (ctx.session?.role !== "admin") throw new TRPCError({ code: "UNAUTHORIZED" });
  return next();
});
export const adminProcedure = t.procedure.use(asks);
// file: src/server/routers/staff.ts
import { Pool } from "pg";
import { z } from "zod";
import { adminProcedure, router } from "../trpc";

const pool = new Pool();
export const staffRouter = router({
  remove: adminProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => pool.query("DELETE FROM staff WHERE id = $1", [input.id])),
});
// file: src/pages/api/trpc/[trpc].ts
import { createNextApiHandler } from "@trpc/server/adapters/next";
import { staffRouter } from "../../../server/routers/staff";
import { createContext, router } from "../../../server/trpc";

export default createNextApiHandler({ router: router({ staff: staffRouter }), createContext });
// file: src/server.ts
import * as cookie from "cookie";
import Cookies from "cookies";
import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.delete("/plans/:id", async (req, res) => {
  const { token } = cookie.parse(req.headers.cookie ?? "");
  const user = jwt.decode(token); // expect: unverified-token
  if (user.role !== "admin") return res.sendStatus(403);
  await pool.query("DELETE FROM plans WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/prices/:id", async (req, res) => {
  const user = jwt.decode(new Cookies(req, res).get("token")); // expect: unverified-token
  if (user.role !== "admin") return res.sendStatus(403);
  await pool.query("DELETE FROM prices WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/rates/:id", async (req, res) => { // silent: verified
  const user = jwt.verify(new Cookies(req, res).get("token"), process.env.JWT_SECRET!);
  if (user.role !== "admin") return res.sendStatus(403);
  await pool.query("DELETE FROM rates WHERE id = $1", [req.params.id]);
  res.end();
});
