// file: src/server.ts
import Fastify from "fastify";
import fp from "fastify-plugin";
import { orders } from "./orders";

const app = Fastify({ logger: true });

app.register(
  fp(async (instance) => {
    instance.decorate("authenticate", async (request, reply) => {
      if (!request.session.user) return reply.code(401).send({ error: "log in" }); // guard: authentication handler
    });
  }),
);
app.register(orders, { prefix: "/orders" });
app.register(async (admin) => {
  // The hook also covers the route that stands above it.
  admin.get("/users", async () => []); // entry: GET /admin/users
  admin.addHook("preHandler", (request, reply, done) => {
    if (request.user.role !== "admin") { // guard: role handler
      reply.code(403).send();
      return;
    }
    done();
  });
}, { prefix: "/admin" });
app.get("/open", async () => "open"); // entry: GET /open
app.listen({ port: 3000 });
// file: src/orders.ts
import type { FastifyInstance } from "fastify";

export async function orders(instance: FastifyInstance) {
  instance.route({ // guard: validation schema // entry: PUT /orders/:id // entry: PATCH /orders/:id
    method: ["PUT", "PATCH"],
    url: "/:id",
    onRequest: [instance.authenticate],
    schema: { body: { type: "object" } },
    handler: async (request) => request.body,
  });
  instance.post("/", { preHandler: instance.authenticate }, async (request) => request.body); // entry: POST /orders
}
