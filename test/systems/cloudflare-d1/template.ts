// The settings themselves are left out of version control: a template stands for them.

// file: wrangler.toml.example
name = "letters"
[[d1_databases]]
binding = "DB"
database_name = "letters"
// file: src/index.ts
import { Hono } from "hono";

const app = new Hono();

app.delete("/readers/:id", async (c) => {
  await c.env.DB.prepare("DELETE FROM readers WHERE id = ?").bind(c.req.param("id")).run(); // effect: write cloudflare-d1 readers, delete
  return c.text("");
});
export default app;
