// A context makes the application and its routers; what is sent was checked against the API's schemas.
import { makeApi } from "@zodios/core";
import { zodiosContext } from "@zodios/express";
import express from "express";
import { z } from "zod";

const api = makeApi([
  { method: "get", path: "/kites/:id", response: z.any() },
  { method: "post", path: "/kites", parameters: [{ name: "body", type: "Body", schema: z.any() }], response: z.any() },
]);
const zodios = zodiosContext(z.object({ userId: z.string() }));

const login = (req, res, next) => {
  if (!req.session.user) return res.status(401).end(); // guard: authentication login
  next();
};

const kites = (context: typeof zodios) => {
  const router = context.router(api);
  router.get("/kites/:id", async (req, res) => res.json({ id: req.params.id })); // entry: GET /v1/kites/:id // guard: validation api
  router.post("/kites", login, async (req, res) => res.status(201).json(req.body)); // entry: POST /v1/kites // guard: validation api
  return router;
};

const health = express.Router();
health.get("/health", (req, res) => res.send("ok")); // entry: GET /health

const app = zodios.app();
app.use(health);
app.use("/v1", kites(zodios));
app.listen(3000);
