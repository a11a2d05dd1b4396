// Middleware may know of the application, or of a router, and be none.
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const orders = express.Router();
orders.get("/:id", async (req, res) => res.json({})); // entry: GET /orders/:id

const counting = (router) => (req, res, next) => {
  if (!req.headers.authorization) return res.sendStatus(401);
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
  req.known = router.stack.length;
  next();
};
app.use("/orders", counting(orders), orders);

function setUp(server) {
  const api = express.Router();
  api.use((req, res, next) => {
    jwt.verify(req.headers.authorization, server.get("superSecret"));
    next();
  });
  api.get("/users", async (req, res) => res.json([])); // entry: GET /api/users
  server.use("/api", api);
}
setUp(app);
app.listen(3000);
