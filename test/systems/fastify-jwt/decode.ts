import fastify from "fastify";
import jwt from "@fastify/jwt";
import { Pool } from "pg";

const pool = new Pool();
const app = fastify();
app.register(jwt, { secret: process.env.JWT_SECRET! });

app.delete("/me/decoded", async (request, reply) => {
  const user = app.jwt.decode(request.headers.authorization!); // expect: unverified-token
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]); // effect: write postgres users, delete, safe
  return reply.send();
});
app.delete("/me/verified", async (request, reply) => {
  const user = app.jwt.verify(request.headers.authorization!);
  await pool.query("DELETE FROM users WHERE id = $1", [user.sub]); // effect: write postgres users, delete, safe
  return reply.send();
});
