// file: src/identity.ts
import jwt from "@fastify/jwt";
import fp from "fastify-plugin";

const rights = { admin: ["members"], clerk: [] };

export default fp(async (app) => {
  await app.register(jwt, { secret: process.env.JWT_KEY });
  app.decorate("identify", async (req) => req.jwtVerify());
  app.decorate("needs", (right) => async (req, reply) => {
    if (!(rights[req.user.rank] ?? []).includes(right)) return reply.code(403).send({ right });
  });
});

// file: src/members.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function members(instance) {
  const app = instance.withTypeProvider();
  app.addHook("onRequest", app.identify);
  app.put("/members/:id/role", { preHandler: app.needs("members") }, async (req) =>
    prisma.member.update({ where: { id: req.params.id }, data: { role: "clerk" } })); // silent: asked by what the application was given
  app.put("/members/:id/rank", async (req) => // expect: missing-role
    prisma.member.update({ where: { id: req.params.id }, data: { role: "admin" } }));
}

// file: src/app.ts
import Fastify from "fastify";
import identity from "./identity";
import { members } from "./members";

const app = Fastify();
app.register(identity);
app.register(members);
