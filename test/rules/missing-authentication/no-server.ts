// What looks like a route and is none.
import { Pool } from "pg";

const pool = new Pool();
const cache = new Map<string, string>();
const app = { delete: (key: string, run: () => void) => run() };

cache.get("/orders");
app.delete("/orders/:id", () => pool.query("DELETE FROM orders")); // silent: no server
