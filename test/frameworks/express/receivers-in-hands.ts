// Routers that a package gives back with more, and methods that only run time tells.

// file: src/async-router.ts
import withPromises from "express-promise-decorator";
import { Router } from "express";

export function asyncRouter(options?: object): Router {
  return withPromises(Router(options));
}
// file: src/quays.ts
import { asyncRouter } from "./async-router";

const router = asyncRouter();
router.get("/", async (req, res) => res.json([])); // entry: GET /quays
router.post("/", async (req, res) => res.status(201).end()); // entry: POST /quays
export default router;
// file: src/server.ts
import express from "express";
import { handlers } from "./handlers";
import quays from "./quays";

const app = express();
app.use("/quays", quays);

function expose(method: string, path: string) {
  app[method](path, handlers.any); // entry: ALL /any
}
expose(process.env.PROBE_METHOD, "/any");

function both(method: "put" | "patch", path: string) {
  app[method](path, handlers.change); // entry: PUT /change // entry: PATCH /change
}
both(process.env.LOOSE ? "put" : "patch", "/change");
app.listen(3000);
// file: src/handlers.ts
export const handlers = {
  any: (req, res) => res.end(),
  change: (req, res) => res.end(),
};
