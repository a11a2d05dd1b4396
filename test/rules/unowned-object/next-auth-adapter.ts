// file: src/auth.ts
import { PrismaAdapter } from "@next-auth/prisma-adapter";
import { prisma } from "./prisma";

export const authOptions = { adapter: PrismaAdapter(prisma), providers: [] };

// file: src/prisma.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/session.ts
import { getServerSession } from "next-auth/next";
import { authOptions } from "./auth";

const check = () => async (req, res, next) => {
  const session = await getServerSession(req, res, authOptions);
  if (session) return next(session);
  res.status(401).json({ error: "sign in" });
};

const asPromise = (middleware) => (req, res) =>
  new Promise((resolve, reject) => {
    middleware(req, res, (given) => (given instanceof Error ? reject(given) : resolve(given)));
  });

export const withSession = asPromise(check());

// file: src/pages/api/clubs/index.ts
import { prisma } from "../../../prisma";
import { withSession } from "../../../session";

export default async function handler(req, res) {
  const session = await withSession(req, res);
  if (req.method === "GET") {
    return res.json(await prisma.club.findMany({ where: { ownerId: session.user.id } }));
  }
  res.json(await prisma.club.create({ data: { name: req.body.name, ownerId: session.user.id } }));
}

// file: src/pages/api/clubs/[id].ts
import { prisma } from "../../../prisma";
import { withSession } from "../../../session";

export default async function handler(req, res) {
  const session = await withSession(req, res);
  if (req.method === "PUT") {
    const club = await prisma.club.findFirst({ where: { OR: [{ ownerId: session.user.id }], id: req.query.id } });
    if (!club) return res.status(404).end();
    await prisma.club.update({ where: { id: club.id }, data: { name: req.body.name } }); // silent: the caller's own
    return res.json({});
  }
  if (req.method === "PATCH") {
    const club = await prisma.club.findFirst({ where: { id: req.query.id } }); // expect: unowned-object
    const open = club.open === true;
    await prisma.club.update({ where: { id: req.query.id }, data: { open: !open } });
    return res.json({});
  }
  if (req.method === "DELETE") {
    await prisma.club.delete({ where: { id: req.query.id } }); // expect: unowned-object
    return res.status(204).end();
  }
  res.status(405).end();
}
