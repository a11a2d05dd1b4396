// file: package.json
{ "name": "shop", "dependencies": { "next": "16.0.0" } }
// file: pages/api/orders.ts
import { PrismaClient } from "@prisma/client";
import type { NextApiRequest, NextApiResponse } from "next";

const prisma = new PrismaClient();

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const order = await prisma.order.create({ data: { total: req.body.total } }); // expect: unguarded-create
  res.status(201).json(order);
}
// file: pages/api/plans.ts
import { PrismaClient } from "@prisma/client";
import type { NextApiRequest, NextApiResponse } from "next";

const prisma = new PrismaClient();

export default async function handler(req: NextApiRequest, res: NextApiResponse) { // silent: it only reads
  res.json(await prisma.plan.findMany());
}
