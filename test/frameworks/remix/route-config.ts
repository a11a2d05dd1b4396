// file: app/routes.ts
import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("./home.tsx"),
  layout("./shell.tsx", [route("orders/:id", "./routes/order.tsx")]),
  ...prefix("api", [route("health", "./health.ts"), route("*", "./missing.ts")]),
] satisfies RouteConfig;
// file: app/home.tsx
export const loader = () => ({}); // entry: GET /
// file: app/shell.tsx
export default () => null;
// file: app/routes/order.tsx
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function action({ params }) { // entry: POST /orders/:id
  await prisma.order.update({ where: { id: params.id }, data: { paid: true } }); // effect: write database order, set
}
// file: app/health.ts
export const loader = () => new Response("ok"); // entry: GET /api/health
// file: app/missing.ts
export const loader = () => new Response("no", { status: 404 }); // entry: GET /api/*
