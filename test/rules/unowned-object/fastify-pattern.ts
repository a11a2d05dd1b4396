import { PrismaClient } from "@prisma/client";
import Fastify from "fastify";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = Fastify();

app.addHook("onRequest", async (request) => {
  request.user = jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
});
// The path as it was registered tells whether there is a note to look at.
app.addHook("preHandler", async (request) => {
  if (!request.routeOptions.url.includes("/notes/:id")) return;
  const note = await prisma.note.findUnique({ where: { id: request.params.id } });
  if (!note || note.shopId !== request.user.shopId) throw new Error("No such note");
});

app.patch("/notes/:id/text", async (request) => {
  await prisma.note.update({ where: { id: request.params.id, shopId: request.user.shopId }, data: { text: request.body.text } });
});
app.delete("/notes/:id", async (request) => { // silent: the hook has looked whose it is
  await prisma.note.delete({ where: { id: request.params.id } });
});
app.patch("/orders/:id/text", async (request) => {
  await prisma.order.update({ where: { id: request.params.id, shopId: request.user.shopId }, data: { text: request.body.text } });
});
app.delete("/orders/:id", async (request) => {
  await prisma.order.delete({ where: { id: request.params.id } }); // expect: unowned-object
});
