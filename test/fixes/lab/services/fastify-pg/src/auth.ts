import type { FastifyReply, FastifyRequest } from "fastify";
import { pool } from "./db.ts";

declare module "fastify" {
  interface FastifyRequest {
    user?: { id: number; role: string };
  }
}

export async function requireUser(request: FastifyRequest, reply: FastifyReply) {
  const found = await pool.query("SELECT id, role FROM users WHERE id = $1", [Number(request.headers["x-user"] ?? 0)]);
  if (!found.rows[0]) return reply.code(401).send({ error: "Please log in" });
  request.user = found.rows[0];
}

export function requireRole(role: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.user?.role !== role) return reply.code(403).send({ error: "Not allowed" });
  };
}
