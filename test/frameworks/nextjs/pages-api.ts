// file: pages/api/orders/index.ts
import { PrismaClient } from "@prisma/client";
import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth";
import { withLogging } from "../../../lib/with-logging";

const prisma = new PrismaClient();

export default withLogging(handler);

async function handler(req: NextApiRequest, res: NextApiResponse) { // entry: GET /api/orders // entry: POST /api/orders
  if (req.method === "GET") {
    res.json(await prisma.order.findMany()); // effect: read database order, read, from GET /api/orders
    return;
  }
  if (req.method === "POST") {
    const session = await getServerSession(req, res, {}); // guard: authentication getServerSession
    if (!session) return res.status(401).end(); // guard: authentication inner
    await prisma.order.create({ data: req.body }); // effect: write database order, insert, from POST /api/orders
    return res.status(201).end();
  }
  res.status(405).end();
}
// file: lib/with-logging.ts
import type { NextApiHandler } from "next";

export const withLogging =
  (inner: NextApiHandler): NextApiHandler =>
  async (req, res) => {
    console.log(req.url);
    return inner(req, res);
  };
// file: pages/api/orders/[id].ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default async function order(req, res) { // entry: PATCH /api/orders/:id // entry: DELETE /api/orders/:id
  const { id } = req.query;
  switch (req.method) {
    case "PATCH":
      await prisma.order.update({ where: { id }, data: req.body }); // effect: write database order, set, from PATCH /api/orders/:id
      break;
    case "DELETE":
      await prisma.order.delete({ where: { id } }); // effect: write database order, delete, from DELETE /api/orders/:id
      break;
    default:
      return res.status(405).end();
  }
  res.status(204).end();
}
// file: pages/api/table.ts
import { PrismaClient } from "@prisma/client";
import { byMethod } from "../../lib/by-method";

const prisma = new PrismaClient();

// entry: GET /api/table
// entry: POST /api/table
export default byMethod({
  GET: async (_req, res) => res.json(await prisma.item.findMany()), // effect: read database item, read, from GET /api/table
  POST: async (req, res) => res.json(await prisma.item.create({ data: req.body })), // effect: write database item, insert, from POST /api/table
});
// file: lib/by-method.ts
export const byMethod = (handlers) => async (req, res) => {
  const run = handlers[req.method];
  if (!run) return res.status(405).end();
  return run(req, res);
};
// file: pages/api/health.ts
export default (_req, res) => res.json({ ok: true }); // entry: ALL /api/health
