import type { FastifyInstance } from "fastify";
import { pool } from "./db.ts";

export async function reports(app: FastifyInstance) {
  // Everything anybody ever bought.
  app.get("/admin/reports/sales", async () => {
    const found = await pool.query(
      "SELECT user_id, sum(cents)::int AS cents FROM orders GROUP BY user_id ORDER BY user_id",
    );
    return found.rows;
  });

  app.route({
    method: "GET",
    url: "/admin/reports/customers",
    handler: async () => {
      const found = await pool.query("SELECT email FROM users WHERE role = 'customer' ORDER BY id");
      return found.rows;
    },
  });
}
