// rules: all
import { PrismaClient } from "@prisma/client";
import fastify from "fastify";

const prisma = new PrismaClient();
const app = fastify();

// entry: GET /tags/:id
// entry: DELETE /tags/:id
// entry: PATCH /tags/:id
app.route({
  url: "/tags/:id",
  method: ["GET", "DELETE", "PATCH"],
  handler: async (request, reply) => {
    if (!request.user) return reply.code(401).send();
    const tag = await prisma.tag.findFirst({ where: { id: request.params.id, userId: request.user.id } });
    if (!tag) return reply.code(404).send();
    if (request.method === "DELETE") {
      await prisma.tag.delete({ where: { id: tag.id } });
      return reply.code(204).send();
    }
    if (request.method === "PATCH")
      await prisma.tag.update({ where: { id: tag.id }, data: { seen: true } }); // silent: not of GET
    return reply.send(tag);
  },
});

// A handler that stands for one method alone is read whole: what it asks for may come by a rewriting proxy.
app.post("/notes", async (request, reply) => { // entry: POST /notes
  if (!request.user) return reply.code(401).send();
  if (request.headers["x-method"] === "DELETE" || request.method === "DELETE") {
    await prisma.note.deleteMany({ where: { userId: request.user.id } });
    return reply.code(204).send();
  }
  return reply.send([]);
});
app.listen({ port: 3000 });
