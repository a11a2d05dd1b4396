// file: server/api/notes.post.ts
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
const prisma = new PrismaClient();
const note = z.object({ title: z.string() });
export default defineEventHandler(async (event) => {
  const { title } = await readValidatedBody(event, note.parse);
  return prisma.note.create({ data: { title } }); // silent: h3 reads the body with the schema
});
// file: server/api/loose.post.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export default defineEventHandler(async (event) => {
  const { title } = await readBody(event);
  return prisma.note.create({ data: { title } }); // expect: unvalidated-input
});
// file: src/contract.ts
import { initContract } from "@ts-rest/core";
import { createExpressEndpoints, initServer } from "@ts-rest/express";
import { PrismaClient } from "@prisma/client";
import express from "express";
import { z } from "zod";

const prisma = new PrismaClient();
const c = initContract();
const contract = c.router({
  addNote: { method: "POST", path: "/notes", body: z.object({ title: z.string() }), responses: {} },
  addLoose: { method: "POST", path: "/loose", body: c.type<{ title: string }>(), responses: {} },
});
const s = initServer();
const app = express();
createExpressEndpoints(
  contract,
  s.router(contract, {
    addNote: async ({ body }) => ({
      status: 200,
      body: await prisma.note.create({ data: { title: body.title } }), // silent: the contract has a schema
    }),
    addLoose: async ({ body }) => ({
      status: 200,
      body: await prisma.note.create({ data: { title: body.title } }), // expect: unvalidated-input
    }),
  }),
  app,
);
