import Fastify from "fastify";
import { Pool } from "pg";

const pool = new Pool();
const app = Fastify();

app.addHook("onRequest", async (request, reply) => {
  if (request.url.startsWith("/open")) return;
  if (!request.user) {
    reply.code(401).send({ error: "Please log in" }); // silent: nothing comes after the answer of a hook
  }
});

app.delete("/orders/:id", async (request) => { // silent: the hook asks who is calling
  const { id } = request.params as { id: string };
  await pool.query("DELETE FROM orders WHERE id = $1", [id]);
  return { deleted: id };
});

app.delete("/plans/:id", async (request, reply) => {
  const { id } = request.params as { id: string };
  if (request.user.role !== "admin") reply.code(403).send({ error: "Admins only" }); // expect: guard-never-denies
  await pool.query("DELETE FROM plans WHERE id = $1", [id]);
  return { deleted: id };
});
