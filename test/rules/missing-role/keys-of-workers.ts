// file: package.json
{ "dependencies": { "hono": "4" } }

// file: src/index.ts
import { Hono } from "hono";

const app = new Hono();

const same = (one: string, other: string): boolean => {
  const [a, b] = [new TextEncoder().encode(one), new TextEncoder().encode(other)];
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= a[index] ^ b[index];
  return difference === 0;
};

app.use("/internal/*", async (c, next) => {
  const shown = c.req.header("X-Internal-Secret");
  if (!shown || !c.env.INTERNAL_SECRET || !same(shown, c.env.INTERNAL_SECRET)) return c.json({}, 401);
  return next();
});

app.post("/internal/customers", async (c) => {
  await c.env.DB.prepare("INSERT INTO customers (name) VALUES (?)").bind((await c.req.json()).name).run(); // silent: a machine with its key
  return c.json({});
});

export default app;
