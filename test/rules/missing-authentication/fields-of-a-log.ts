// What stands beside every line of a log (which request it is of, which browser sent it) says nothing of who is calling.
import { withContext } from "@logtape/logtape";
import { Hono } from "hono";
import { requestId } from "hono/request-id";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = new Hono();
app.use("*", requestId());
app.use("*", async (c, next) => {
  const fields = { requestId: c.get("requestId"), method: c.req.method, agent: c.req.header("User-Agent") };
  await withContext(fields, async () => {
    await next();
    console.info(c.res.status);
  });
});

// expect: missing-authentication
app.post("/orders/:id/close", async (c) => {
  await pool.query("UPDATE orders SET closed = true WHERE id = $1", [c.req.param("id")]);
  return c.body(null, 204);
});
app.post("/orders/:id/open", async (c) => {
  jwt.verify(c.req.header("authorization"), process.env.KEY);
  await pool.query("UPDATE orders SET closed = false WHERE id = $1", [c.req.param("id")]); // silent
  return c.body(null, 204);
});
