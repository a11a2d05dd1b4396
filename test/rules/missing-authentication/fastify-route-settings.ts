// file: asked-where-told.ts
import { PrismaClient } from "@prisma/client";
import Fastify, { type FastifyRequest } from "fastify";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = Fastify();

enum Kind {
  Open = "OPEN",
  SignedIn = "SIGNED_IN",
}
const access = {
  open: () => ({ kind: Kind.Open }) as const,
  member: (right: string) => ({ kind: Kind.SignedIn, right }) as const,
};

// Routes say of themselves who may call them; where they say nothing, nobody is asked.
app.addHook("preHandler", async (request: FastifyRequest) => {
  const told = request.routeOptions.config?.access;
  if (told === undefined || told === null) return;
  if (told.kind === Kind.Open) return;
  request.user = verified(request);
});
app.addHook("preHandler", async (request: FastifyRequest) => {
  const told = request.routeOptions.config?.access;
  if (told?.kind !== Kind.SignedIn) return;
  const member = await prisma.member.findFirst({ where: { id: request.user.id, rights: { has: told.right } } });
  if (!member) throw new Error("Forbidden");
});

function verified(request: FastifyRequest) {
  return jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
}

app.post("/parcels", { config: { access: access.member("parcels") } }, async (request) => { // silent: the hook asks here
  await prisma.parcel.create({ data: { weight: request.body.weight } });
});
app.post("/reports", { config: { access: access.open() } }, async (request) => { // silent: open on purpose
  await prisma.report.create({ data: { text: request.body.text } });
});
app.delete("/parcels/:id", async (request) => { // expect: missing-authentication
  await prisma.parcel.delete({ where: { id: request.params.id } });
});
app.delete("/shelves/:id", { config: { rateLimit: { max: 5 } } }, async (request) => { // expect: missing-authentication
  await prisma.shelf.delete({ where: { id: request.params.id } });
});

// file: asked-unless-told.ts
import { PrismaClient } from "@prisma/client";
import Fastify from "fastify";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = Fastify();

app.addHook("onRequest", async (request, reply) => {
  if (request.routeOptions.config.open) return;
  try {
    request.user = jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
  } catch {
    return reply.code(401).send();
  }
});
app.post("/letters", async (request) => { // silent: asked like all that say nothing
  await prisma.letter.create({ data: { text: request.body.text, writer: request.user.id } });
});
app.post("/complaints", { config: { open: true } }, async (request) => { // silent: open on purpose
  await prisma.complaint.create({ data: { text: request.body.text } });
});

// file: told-later.ts
import { PrismaClient } from "@prisma/client";
import Fastify from "fastify";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = Fastify();
const options = JSON.parse(process.env.ROUTES ?? "{}");

app.addHook("onRequest", async (request) => {
  if (!request.routeOptions.config.member) return;
  request.user = jwt.verify(request.headers.authorization ?? "", process.env.KEY ?? "");
});
app.delete("/crates/:id", { ...options }, async (request) => { // silent: what it says of itself is not known
  await prisma.crate.delete({ where: { id: request.params.id } });
});
