// Windows and macOS find a file whose name is written in another case, and whoever works there does not notice.
// file: src/app.ts
import express from "express";
import orders from "./modules/orders/order.route";
import users from "./modules/users/User.Route";
import { later } from "./modules/later/Later.js";

const app = express();
app.use("/orders", orders);
app.use("/users", users);
app.get("/later", later); // entry: GET /later
app.listen(3000);
// file: src/modules/Orders/order.route.ts
import { Router } from "express";

const router = Router();
router.post("/", (req, res) => res.sendStatus(201)); // entry: POST /orders
export default router;
// file: src/modules/users/user.route.ts
import { Router } from "express";

const router = Router();
router.post("/", (req, res) => res.sendStatus(201)); // entry: POST /users
export default router;
// file: src/modules/later/later.ts
import type { RequestHandler } from "express";

export const later: RequestHandler = (req, res) => res.sendStatus(200);
