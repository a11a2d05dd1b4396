// file: handed-on.ts
import { PrismaClient } from "@prisma/client";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import jwt from "jsonwebtoken";
import { attempt } from "./attempt.js";

const prisma = new PrismaClient();
const app = Fastify();

app.addHook("preHandler", async (request: FastifyRequest) => {
  request.user = jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
});
// Some requests are answered by another service; nobody is turned away.
app.addHook("preHandler", async (request: FastifyRequest, reply: FastifyReply) => {
  if (request.headers.upgrade === "websocket") return;
  if (!process.env.TRIAL_URL) return;
  const { data, error } = await attempt(() => isTrial(request.user.shopId));
  if (error) {
    request.log.error(error);
    return;
  }
  if (!data) return;
  await forward(request, reply);
});

async function isTrial(id: string) {
  const shop = await prisma.shop.findUnique({ where: { id } });
  if (!shop) throw new Error("No such shop");
  return shop.trial;
}

async function forward(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  return new Promise<void>((resolve) => {
    reply.raw.once("finish", resolve);
    void reply.from(request.url);
  });
}

app.get("/orders", async (request) => prisma.order.findMany({ where: { shopId: request.user.shopId } }));
app.patch("/orders/:id", async (request) => { // silent: the caller's own
  await prisma.order.update({ where: { id: request.params.id, shopId: request.user.shopId }, data: { note: request.body.note } });
});
app.delete("/orders/:id", async (request) => {
  await prisma.order.delete({ where: { id: request.params.id } }); // expect: unowned-object
});

// file: attempt.ts
export async function attempt<T>(run: () => Promise<T>) {
  try {
    return { data: await run(), error: null };
  } catch (error) {
    return { data: null, error };
  }
}

// file: thrown-on.ts
import { PrismaClient } from "@prisma/client";
import Fastify, { type FastifyRequest } from "fastify";
import jwt from "jsonwebtoken";
import { attempt } from "./attempt.js";
import { rightsOf } from "./rights-of.js";

const prisma = new PrismaClient();
const app = Fastify();

app.addHook("preHandler", async (request: FastifyRequest) => {
  request.user = jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
});
// What the other file finds out is not known, and may turn callers away.
app.addHook("preHandler", async (request: FastifyRequest) => {
  if (request.headers.upgrade === "websocket") return;
  const { error } = await attempt(() => rightsOf(request));
  if (error) throw error;
});

app.get("/parcels", async (request) => prisma.parcel.findMany({ where: { shopId: request.user.shopId } }));
app.delete("/parcels/:id", async (request) => { // silent: see above
  await prisma.parcel.delete({ where: { id: request.params.id } });
});
