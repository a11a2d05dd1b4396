// Hooks of the plug-in stand ahead of every route of the contract, those of a route ahead of that one.
import { initContract } from "@ts-rest/core";
import { initServer } from "@ts-rest/fastify";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";

const c = initContract();
const contract = c.router({
  list: { method: "GET", path: "/huts", responses: {} },
  close: { method: "DELETE", path: "/huts/:id", responses: {} },
});
const app = Fastify();
const s = initServer();

const keyHolder = async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.headers["x-hut-key"] !== process.env.HUT_KEY) return reply.code(401).send(); // guard: authentication keyHolder
};
const warden = async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.user.role !== "warden") return reply.code(403).send(); // guard: role warden
};

const router = s.router(contract, {
  list: async () => ({ status: 200, body: [] }), // entry: GET /v1/huts
  close: { hooks: { preHandler: warden }, handler: async () => ({ status: 204, body: null }) }, // entry: DELETE /v1/huts/:id
});
app.register(s.plugin(router), { prefix: "/v1", hooks: { onRequest: keyHolder } });
app.listen({ port: 3000 });
