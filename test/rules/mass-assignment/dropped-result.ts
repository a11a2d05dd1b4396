// file: package.json
{ "dependencies": { "express": "5.0.0", "zod": "3.0.0", "yup": "1.0.0", "fastify": "5.0.0", "hono": "4.0.0", "@prisma/client": "6.0.0" } }
// file: src/validate.ts
import type { RequestHandler } from "express";
import { type AnyZodObject, z } from "zod";

/** What it finds out is thrown away. */
export const validate =
  (schema: AnyZodObject): RequestHandler =>
  async (req, res, next) => {
    try {
      await schema.parseAsync({ body: req.body, query: req.query });
      next();
    } catch (error) {
      next(error);
    }
  };
/** What it let through takes the body's place. */
export const validated =
  (schema: AnyZodObject): RequestHandler =>
  async (req, res, next) => {
    try {
      req.body = await schema.parseAsync(req.body);
      next();
    } catch (error) {
      next(error);
    }
  };
/** So do the parts of the request that it let through. */
export const partsValidated =
  (schema: AnyZodObject): RequestHandler =>
  async (req, res, next) => {
    const parsed = await schema.safeParseAsync({ body: req.body, params: req.params });
    if (!parsed.success) return res.status(400).json(parsed.error);
    req.body = parsed.data.body;
    next();
  };
/** Each part of the request by its name. */
export const replaced =
  (schemas: { body?: AnyZodObject; query?: AnyZodObject }): RequestHandler =>
  (req, res, next) => {
    const parts: ("body" | "query")[] = ["body", "query"];
    for (const part of parts) {
      const schema = schemas[part];
      if (schema) {
        const result = schema.safeParse(req[part]);
        if (!result.success) throw new Error("not valid");
        req[part] = result.data;
      }
    }
    next();
  };
export const profile = z.object({ name: z.string(), city: z.string().optional() });
// file: src/express.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import * as yup from "yup";
import { z } from "zod";
import { partsValidated, profile, replaced, validate, validated } from "./validate";

const prisma = new PrismaClient();
const app = express();
app.post("/profiles", validate(z.object({ body: profile })), async (req, res) => {
  res.json(await prisma.profile.create({ data: req.body })); // expect: mass-assignment
});
app.post("/cards", async (req, res) => {
  const found = profile.safeParse(req.body);
  if (!found.success) return res.sendStatus(400);
  res.json(await prisma.card.create({ data: req.body })); // expect: mass-assignment
});
app.post("/badges", async (req, res) => {
  await yup.object({ name: yup.string().required() }).validate(req.body);
  res.json(await prisma.badge.create({ data: req.body })); // expect: mass-assignment
});

app.post("/stickers", validated(profile), async (req, res) => { // silent: the body is what the schema gave
  res.json(await prisma.sticker.create({ data: req.body }));
});
app.post("/emblems", partsValidated(z.object({ body: profile })), async (req, res) => { // silent: the body is what the schema gave
  res.json(await prisma.emblem.create({ data: req.body }));
});
app.post("/seals", replaced({ body: profile }), async (req, res) => { // silent: the body is what the schema gave
  res.json(await prisma.seal.create({ data: req.body }));
});
app.post("/crests", validated(z.union([profile, z.object({ title: z.string() })])), async (req, res) => { // silent: one of two shapes
  res.json(await prisma.crest.create({ data: req.body }));
});
app.post("/pins", validate(z.object({ body: profile.strict() })), async (req, res) => { // silent: what it does not know is refused
  res.json(await prisma.pin.create({ data: req.body }));
});
app.post("/labels", async (req, res) => { // silent: the result is stored
  const found = profile.safeParse(req.body);
  if (!found.success) return res.sendStatus(400);
  res.json(await prisma.label.create({ data: found.data }));
});
app.post("/marks", async (req, res) => { // silent: it refuses what it does not know
  await yup.object({ name: yup.string().required() }).noUnknown().validate(req.body, { strict: true });
  res.json(await prisma.mark.create({ data: req.body }));
});
// file: src/fastify.ts
import { PrismaClient } from "@prisma/client";
import Fastify from "fastify";
import { profile } from "./validate";

const prisma = new PrismaClient();
const app = Fastify();
app.post("/seats", async (request) => {
  profile.parse(request.body);
  return prisma.seat.create({ data: request.body }); // expect: mass-assignment
});
app.post("/rows", async (request) => { // silent: the result is stored
  const body = profile.parse(request.body);
  return prisma.row.create({ data: body });
});
// file: src/hono.ts
import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
import { profile } from "./validate";

const prisma = new PrismaClient();
const app = new Hono();
app.post("/rooms", async (c) => {
  const body = await c.req.json();
  profile.parse(body);
  return c.json(await prisma.room.create({ data: body })); // expect: mass-assignment
});
