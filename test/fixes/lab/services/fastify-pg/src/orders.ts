import type { FastifyInstance } from "fastify";
import { requireUser } from "./auth.ts";
import { pool } from "./db.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

type ById = { Params: { id: string } };

export async function orders(app: FastifyInstance) {
  app.get("/orders", { preHandler: requireUser }, async (request) => {
    const found = await pool.query("SELECT id, cents FROM orders WHERE user_id = $1", [request.user!.id]);
    return found.rows;
  });

  app.get<ById>("/orders/:id", { preHandler: requireUser }, async (request, reply) => {
    const found = await pool.query("SELECT id, cents, status FROM orders WHERE id = $1", [request.params.id]);
    if (!found.rows[0]) return reply.code(404).send({ error: "No such order" });
    return found.rows[0];
  });

  app.post<{ Body: { cents: number } }>("/orders", { preHandler: requireUser }, async (request, reply) => {
    const created = await pool.query("INSERT INTO orders (user_id, cents) VALUES ($1, $2) RETURNING cents, status", [
      request.user!.id,
      request.body.cents,
    ]);
    return reply.code(201).send(created.rows[0]);
  });

  app.post<ById>("/orders/:id/pay", { preHandler: requireUser }, async (request, reply) => {
    const found = await pool.query("SELECT id, cents FROM orders WHERE id = $1 AND user_id = $2", [
      request.params.id,
      request.user!.id,
    ]);
    const order = found.rows[0];
    if (!order) return reply.code(404).send({ error: "No such order" });

    const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
    return { status: payment.status };
  });

  app.post<{ Body: { cents: number } }>("/donations", { preHandler: requireUser }, async (request) => {
    const payment = await stripe.paymentIntents.create({ amount: request.body.cents, currency: "eur" });
    return { status: payment.status };
  });

  app.post<ById>("/orders/:id/receipt", { preHandler: requireUser }, async (request, reply) => {
    await receipts.add("receipt", { orderId: Number(request.params.id) });
    return reply.code(202).send();
  });

  app.post<ById & { Body: { receipt: number | null } }>(
    "/orders/:id/close",
    { preHandler: requireUser },
    async (request) => {
      const id = Number(request.params.id);
      await pool.query("UPDATE orders SET status = 'closed' WHERE id = $1", [id]);
      await pool.query("INSERT INTO receipts (order_id) VALUES ($1)", [request.body.receipt]);
      return { closed: id };
    },
  );

  app.post<{ Body: { points: number } }>("/points/spend", { preHandler: requireUser }, async (request, reply) => {
    const found = await pool.query("SELECT id, points FROM users WHERE id = $1", [request.user!.id]);
    const user = found.rows[0];
    await pool.query("UPDATE users SET points = $1 WHERE id = $2", [user.points - request.body.points, user.id]);
    return reply.code(204).send();
  });

  app.post<{ Body: { text: string; stars: number } }>("/reviews", { preHandler: requireUser }, async (request, reply) => {
    const { text, stars } = request.body;
    await pool.query("INSERT INTO reviews (user_id, text, stars) VALUES ($1, $2, $3)", [request.user!.id, text, stars]);
    return reply.code(201).send({ stored: true });
  });
}
