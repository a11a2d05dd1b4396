import type { FastifyPluginAsync, FastifyPluginCallback } from "fastify";

export const orders: FastifyPluginCallback = (app, _options, done) => {
  app.post("/orders", async () => ({})); // entry: POST /orders
  done();
};

const users: FastifyPluginAsync<{ admin: boolean }> = async (app) => {
  app.get("/users", async () => []); // entry: GET /users
};
export default users;
