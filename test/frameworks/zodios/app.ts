import { zodiosApp, zodiosRouter } from "@zodios/express";
import { api, users } from "./api";

const app = zodiosApp(api);
app.get("/orders/:id", async (req, res) => res.json({ id: req.params.id })); // entry: GET /orders/:id
const router = zodiosRouter(users);
router.delete("/users/:id", async (req, res) => res.status(204).send()); // entry: DELETE /users/:id
app.use(router);
app.listen(3000);
