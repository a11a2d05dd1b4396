// file: src/plugins/rights.ts
import fp from "fastify-plugin";

function demand(this: any, reply: any, role: string) {
  if (!this.session.user.roles.includes(role)) reply.status(403).send("not yours");
}
async function isAdmin(this: any, reply: any) {
  this.demand(reply, "admin");
}
export default fp(async (fastify) => {
  fastify.decorateRequest("demand", demand);
  fastify.decorateRequest("isAdmin", isAdmin);
});
// file: src/routes/rooms.ts
import type { FastifyInstance } from "fastify";
import { pool } from "../pool.js";

export default async function rooms(fastify: FastifyInstance) {
  fastify.addHook("onRequest", async (request, reply) => {
    if (!request.session.user) reply.code(401).send({ message: "sign in first" });
  });
  fastify.post("/", async (request) => {
    await pool.query("INSERT INTO rooms (name) VALUES ($1)", [request.body.name]); // silent: the hook has answered, nothing runs later
    return {};
  });
  fastify.delete("/:id", { preHandler: (request, reply) => request.isAdmin(reply) }, async (request) => {
    await pool.query("DELETE FROM rooms WHERE id = $1", [request.params.id]); // silent: asked for a role by what the request was decorated with
    return {};
  });
}
// file: src/routes/open.ts
import type { FastifyInstance } from "fastify";
import { pool } from "../pool.js";

export default async function open(fastify: FastifyInstance) {
  // expect: missing-authentication
  fastify.delete("/everything", async () => {
    await pool.query("DELETE FROM rooms");
    return {};
  });
}
// file: src/pool.ts
import pg from "pg";

export const pool = new pg.Pool();
// file: src/app.ts
import Fastify from "fastify";
import rights from "./plugins/rights.js";
import open from "./routes/open.js";
import rooms from "./routes/rooms.js";

const app = Fastify();
app.register(rights);
app.register(rooms, { prefix: "/rooms" });
app.register(open, { prefix: "/open" });
