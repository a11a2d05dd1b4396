// file: src/contract.ts
import { initContract } from "@ts-rest/core";

const c = initContract();
export const contract = c.router({
  orders: c.router({
    find: { method: "GET", path: "/orders/:id", responses: {} },
    create: { method: "POST", path: "/orders", body: null, responses: {} },
  }),
});
// file: src/server.ts
import { createExpressEndpoints, initServer } from "@ts-rest/express";
import express from "express";
import { contract } from "./contract";

const app = express();
const login = (req, res, next) => {
  if (!req.session.user) return res.status(401).end(); // guard: authentication login
  next();
};
app.use(login);
const s = initServer();
const router = s.router(contract, {
  orders: {
    find: async ({ params }) => ({ status: 200, body: params.id }), // entry: GET /orders/:id
    create: { middleware: [], handler: async ({ body }) => ({ status: 201, body }) }, // entry: POST /orders
  },
});
createExpressEndpoints(contract, router, app);
