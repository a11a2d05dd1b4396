// file: src/server.ts
import Fastify from "fastify";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = Fastify();
app.post("/tags", async (request) => {
  return prisma.tag.create({ data: { name: request.body.name } }); // expect: unvalidated-input
});
app.post("/tags/schema", { schema: { body: { type: "object", properties: { name: { type: "string" } } } } }, async (request) => {
  return prisma.tag.create({ data: { name: request.body.name } }); // silent: the route has a schema
});
// file: src/hono.ts
import { Hono } from "hono";
import { zValidator } from "@hono/zod-validator";
import { z } from "zod";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = new Hono();
app.post("/labels", async (c) => {
  const { name } = await c.req.json();
  return c.json(await prisma.label.create({ data: { name } })); // expect: unvalidated-input
});
app.put("/labels/:id", zValidator("param", z.object({ id: z.string() })), async (c) => {
  const { name } = await c.req.json();
  const { id } = c.req.valid("param");
  return c.json(await prisma.label.update({ where: { id }, data: { name } })); // expect: unvalidated-input
});
app.post("/labels/valid", zValidator("json", z.object({ name: z.string() })), async (c) => {
  const { name } = c.req.valid("json");
  return c.json(await prisma.label.create({ data: { name } })); // silent: the validator read it
});
export default app;
// file: app/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const topic = z.object({ name: z.string().max(80) });
export async function addTopic(form: FormData) {
  await prisma.topic.create({ data: { name: form.get("name") as string } }); // expect: unvalidated-input
}
export async function renameTopic(id: string, name: string) {
  await prisma.topic.update({ where: { id }, data: { name } }); // expect: unvalidated-input
}
export async function addParsed(form: FormData) {
  const { name } = topic.parse(Object.fromEntries(form));
  await prisma.topic.create({ data: { name } }); // silent: parsed
}
export async function addEntry(form: FormData) {
  const parsed = topic.safeParse({ name: form.get("name") });
  if (!parsed.success) return { errors: parsed.error.flatten() };
  await prisma.topic.create({ data: { name: parsed.data.name } }); // silent: parsed
}
export async function removeTopic(id: string) {
  await prisma.topic.delete({ where: { id } }); // silent: nothing is written
}
// file: src/places.controller.ts
import { Body, Controller, Module, Post, ValidationPipe } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { IsString } from "class-validator";
import { PrismaClient } from "@prisma/client";

class CreatePlace {
  @IsString() name: string;
}
interface Loose {
  name: string;
}
@Controller("places")
class Places {
  private readonly prisma = new PrismaClient();
  @Post()
  create(@Body() place: CreatePlace) {
    return this.prisma.place.create({ data: { name: place.name } }); // silent: a class with decorators
  }
  @Post("loose")
  loose(@Body() place: Loose) {
    return this.prisma.place.create({ data: { name: place.name } }); // expect: unvalidated-input
  }
}
@Module({ controllers: [Places] })
class App {}
const nest = await NestFactory.create(App);
nest.useGlobalPipes(new ValidationPipe());
await nest.listen(3000);
