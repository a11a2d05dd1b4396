// What the contract says of a route is read by middleware of the whole server: one route asks for a right, the other was forgotten.

// file: package.json
{ "name": "alps", "dependencies": { "express": "5", "@ts-rest/core": "3", "@ts-rest/express": "3", "@prisma/client": "6", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model Hut {
  id     String @id
  name   String
  closed Boolean
}
model Member {
  id       String @id
  email    String @unique
  password String
  role     String
}
// file: src/contract.ts
import { initContract } from "@ts-rest/core";

const c = initContract();
export const contract = c.router(
  {
    list: { method: "GET", path: "", responses: {}, metadata: { open: true } },
    close: { method: "PUT", path: "/:id/closed", body: null, responses: {}, metadata: { right: "wardens" } },
    rename: { method: "PUT", path: "/:id/name", body: null, responses: {}, metadata: { right: "wardens" } },
    remove: { method: "DELETE", path: "/:id", responses: {} },
    join: { method: "POST", path: "/members", body: null, responses: {}, metadata: { open: true } },
  },
  { pathPrefix: "/huts", metadata: { open: false } },
);
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import { createExpressEndpoints, initServer } from "@ts-rest/express";
import express from "express";
import jwt from "jsonwebtoken";
import { contract } from "./contract.ts";

const prisma = new PrismaClient();
const app = express();
const s = initServer();

async function signedIn(request: any, response: any, next: any) {
  if (request.tsRestRoute.metadata.open) return next();
  try {
    request.user = jwt.verify(request.headers.authorization ?? "", process.env.JWT_KEY!);
    next();
  } catch {
    response.status(401).end();
  }
}
async function hasRight(request: any, response: any, next: any) {
  const { right } = request.tsRestRoute.metadata;
  if (right === "wardens" && request.user.role !== "warden") return response.status(403).end();
  next();
}

const router = s.router(contract, {
  list: async () => ({ status: 200, body: await prisma.hut.findMany() }), // silent: open on purpose
  close: async ({ params }) => ({ status: 200, body: await prisma.hut.update({ where: { id: params.id }, data: { closed: true } }) }), // silent: for wardens
  rename: async ({ params, body }) => ({ status: 200, body: await prisma.hut.update({ where: { id: params.id }, data: { name: body.name } }) }), // silent: for wardens
  remove: async ({ params }) => ({ status: 200, body: await prisma.hut.delete({ where: { id: params.id } }) }), // expect: missing-role
  join: async ({ body }) => ({ status: 201, body: await prisma.member.create({ data: { email: body.email, password: body.password, role: "member" } as any }) }), // silent: a sign-up
});

createExpressEndpoints(contract, router, app, { globalMiddleware: [signedIn, hasRight] });
