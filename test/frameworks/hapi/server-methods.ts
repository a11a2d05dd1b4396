// https://hapi.dev/tutorials/servermethods
import Hapi from "@hapi/hapi";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const server = Hapi.server({ port: 3000 });

const add = async (total: number) => prisma.order.create({ data: { total } }); // effect: write database order, insert, from POST /orders, from POST /again

server.method("addOrder", add, { cache: { expiresIn: 2000, generateTimeout: 100 } });
server.method([{ name: "orders.clear", method: async () => prisma.order.deleteMany({}) }]); // effect: write database order, delete, from DELETE /orders

server.route([
  { method: "POST", path: "/orders", handler: (request) => server.methods.addOrder(request.payload.total) }, // entry: POST /orders
  { method: "POST", path: "/again", handler: (request) => request.server.methods.addOrder(request.payload.total) }, // entry: POST /again
  { method: "DELETE", path: "/orders", handler: () => server.methods.orders.clear() }, // entry: DELETE /orders
]);
await server.start();
