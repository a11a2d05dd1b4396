// One route, registered in one of two ways.
import express, { Router } from "express";

const app = express();
const router = Router();

const list = (req, res) => res.json([]);
const routes = [
  { method: "get", path: "/orders", handler: list, middleware: [express.json()] },
  { method: "get", path: "/items", handler: (req, res) => res.json([]) },
] as const;

router.get("/health", list); // entry: GET /api/health
for (const route of routes) {
  if (route.middleware?.length > limit()) router.get(route.path, route.middleware, route.handler); // entry: GET /api/orders // entry: GET /api/items
  else router.get(route.path, route.handler);
}
app.use("/api", router);
app.listen(3000);

declare function limit(): number;
