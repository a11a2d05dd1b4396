import type { FastifyInstance } from "fastify";
import { pool } from "./db.ts";

export async function users(app: FastifyInstance) {
  app.post<{ Body: { email: string; role?: string } }>("/users", async (request, reply) => {
    const { email, role } = request.body;
    const created = await pool.query("INSERT INTO users (email, role) VALUES ($1, $2) RETURNING email, role", [
      email,
      role ?? "customer",
    ]);
    return reply.code(201).send(created.rows[0]);
  });
}
