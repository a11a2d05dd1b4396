// file: pages/api/users.ts
import { PrismaClient } from "@prisma/client";
import { createRouter } from "next-connect";
import { getServerSession } from "next-auth";

const prisma = new PrismaClient();
const router = createRouter();

router.get(async (_req, res) => res.json(await prisma.user.findMany())); // entry: GET /api/users
router
  .use(async (req, res, next) => {
    const session = await getServerSession(req, res, {}); // guard: authentication inline function
    if (!session) return res.status(401).end();
    await next();
  })
  .post(async (req, res) => res.json(await prisma.user.create({ data: req.body }))); // entry: POST /api/users

export default router.handler({ onError: (error, _req, res) => res.status(500).end() });
