// A router may be handed to what the team puts around its handlers, and is called by it.
import express from "express";

const asyncHandler = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next);

const users = express.Router();
users.get("/me", asyncHandler(async (req, res) => res.json({}))); // entry: GET /api/users/me
users.post("/", async (req, res) => res.json({})); // entry: POST /api/users

const orders = express.Router();
orders.get("/:id", async (req, res) => res.json({})); // entry: GET /api/orders/:id

const app = express();
app.use("/api/users", asyncHandler(users));
app.use("/api/orders", asyncHandler((req, res, next) => next()), asyncHandler(orders));
app.listen(3000);
