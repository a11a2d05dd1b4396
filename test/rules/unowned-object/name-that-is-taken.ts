import fastify from "fastify";
import { PrismaClient } from "@prisma/client";

const app = fastify();
const prisma = new PrismaClient();

async function signedIn(request, reply) {
  if (request.isUnauthenticated()) return reply.code(400).send();
}

app.get("/projects", { preHandler: signedIn }, async (request) =>
  prisma.project.findMany({ where: { createdByUserId: request.user.id } }),
);

app.patch("/projects/:id", { preHandler: signedIn }, async (request, reply) => {
  const { name } = request.body;
  const taken = await prisma.project.count({ where: { createdByUserId: request.user.id, name } });
  if (taken > 0) return reply.code(409).send("you have one of that name");
  return prisma.project.update({ where: { id: request.params.id }, data: { name } }); // expect: unowned-object
  //     ^^^^^^^^^^^^^^^^^^^^^ PATCH /projects/:id changes project by "id" of the request
});

app.put("/projects/:id", { preHandler: signedIn }, async (request, reply) => {
  const own = await prisma.project.count({ where: { createdByUserId: request.user.id, id: request.params.id } });
  if (own === 0) return reply.code(404).send();
  return prisma.project.update({ where: { id: request.params.id }, data: request.body.project }); // silent: it is the caller's own
});

app.post("/projects/:id/close", { preHandler: signedIn }, async (request, reply) => {
  const own = await prisma.project.findFirst({ where: { createdByUserId: request.user.id, id: request.params.id } });
  if (own === null) return reply.code(404).send();
  return prisma.project.update({ where: { id: request.params.id }, data: { open: false } }); // silent: it is the caller's own
});

app.delete("/projects/:id", { preHandler: signedIn }, async (request, reply) => {
  const own = await prisma.project.findFirst({ where: { createdByUserId: request.user.id, id: request.params.id } });
  if (!own) return reply.code(404).send();
  return prisma.project.delete({ where: { id: request.params.id } }); // silent: it is the caller's own
});
