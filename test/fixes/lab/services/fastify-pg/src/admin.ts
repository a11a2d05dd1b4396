import type { FastifyInstance } from "fastify";
import { requireRole, requireUser } from "./auth.ts";
import { pool } from "./db.ts";

export async function admin(app: FastifyInstance) {
  app.get("/admin/users", { preHandler: [requireUser, requireRole("admin")] }, async () => {
    const found = await pool.query("SELECT id, email, role FROM users ORDER BY id");
    return found.rows;
  });

  app.delete<{ Params: { id: string } }>("/admin/users/:id", { preHandler: requireUser }, async (request) => {
    const gone = await pool.query("DELETE FROM users WHERE id = $1", [request.params.id]);
    return { deleted: gone.rowCount };
  });
}
