import type { FastifyInstance } from "fastify";
import { pool } from "./db.ts";
import { stripe } from "./stripe.ts";

export async function webhooks(app: FastifyInstance) {
  // The signature is made of the bytes.
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.post<{ Body: Buffer }>("/webhooks/stripe", async (request, reply) => {
    const signature = String(request.headers["stripe-signature"]);
    const event = stripe.webhooks.constructEvent(request.body, signature, process.env.WEBHOOK_SECRET!);
    if (event.type === "payment_intent.succeeded") {
      const { amount, metadata } = event.data.object;
      await pool.query("INSERT INTO payments (order_id, cents) VALUES ($1, $2)", [metadata.order, amount]);
      if (metadata.fail === (await attempts())) throw new Error("The first delivery fails");
      await pool.query("UPDATE users SET points = points + $1 WHERE id = $2", [amount, metadata.user]);
    }
    return reply.send({ received: true });
  });
}

export async function parcels(app: FastifyInstance) {
  app.post<{ Body: { id: string; orderId: number } }>("/hooks/shipping", async (request, reply) => {
    if (request.headers["x-hook-token"] !== process.env.WEBHOOK_SECRET) return reply.code(401).send();
    const { id, orderId } = request.body;
    console.log("parcel", id);
    const found = await pool.query("SELECT id FROM orders WHERE id = $1", [orderId]);
    if (!found.rows[0]) return reply.code(404).send();

    const receipt = await pool.query("INSERT INTO receipts (order_id) VALUES ($1) RETURNING order_id", [orderId]);
    return { sent: receipt.rows[0].order_id };
  });
}

async function attempts() {
  const found = await pool.query("SELECT count(*) AS count FROM payments");
  return String(found.rows[0].count);
}
