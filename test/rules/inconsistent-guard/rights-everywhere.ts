// A shop for which nearly every change asks for a right of the member, whatever the table.
// file: ability.ts
import { AbilityBuilder, createMongoAbility } from "@casl/ability";
export function abilityOf(role: string) {
  const { can, build } = new AbilityBuilder(createMongoAbility);
  if (role === "owner") can("manage", "all");
  else can("read", "all");
  return build();
}
// file: login.ts
import jwt from "jsonwebtoken";
import { eq } from "drizzle-orm";
import { abilityOf } from "./ability";
import { db, members } from "./db";
export async function login(request, reply) {
  const token = jwt.verify(request.headers.authorization, process.env.JWT_SECRET);
  const [member] = await db.select().from(members).where(eq(members.userId, token.sub)).limit(1);
  if (!member) return reply.status(401).send();
  request.userId = token.sub;
  request.tenantId = member.tenantId;
  request.ability = abilityOf(member.role);
}
// file: db.ts
import { drizzle } from "drizzle-orm/node-postgres";
import { boolean, pgTable, text } from "drizzle-orm/pg-core";
export const db = drizzle(process.env.DATABASE_URL);
export const members = pgTable("members", { userId: text("user_id"), tenantId: text("tenant_id").notNull(), role: text("role") });
export const shelves = pgTable("shelves", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), name: text("name") });
export const suppliers = pgTable("suppliers", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), name: text("name") });
export const holidays = pgTable("holidays", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), day: text("day") });
export const guests = pgTable("guests", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), name: text("name") });
export const visits = pgTable("visits", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), day: text("day") });
export const notes = pgTable("notes", { id: text("id").primaryKey(), tenantId: text("tenant_id").notNull(), userId: text("user_id"), text: text("text") });
// file: app.ts
import Fastify from "fastify";
import { and, eq } from "drizzle-orm";
import { db, guests, holidays, notes, shelves, suppliers, visits } from "./db";
import { login } from "./login";
const app = Fastify();
app.addHook("preHandler", login);
const own = (table, request) => and(eq(table.id, request.params.id), eq(table.tenantId, request.tenantId));
app.post("/shelves", async (request, reply) => {
  if (request.ability.cannot("create", "Shelf")) return reply.status(403).send();
  return db.insert(shelves).values({ tenantId: request.tenantId, name: request.body.name });
});
app.patch("/shelves/:id", async (request, reply) => {
  if (request.ability.cannot("update", "Shelf")) return reply.status(403).send();
  return db.update(shelves).set({ name: request.body.name }).where(own(shelves, request));
});
app.delete("/shelves/:id", async (request, reply) => {
  if (request.ability.cannot("delete", "Shelf")) return reply.status(403).send();
  return db.delete(shelves).where(own(shelves, request));
});
app.post("/suppliers", async (request, reply) => {
  if (request.ability.cannot("create", "Supplier")) return reply.status(403).send();
  return db.insert(suppliers).values({ tenantId: request.tenantId, name: request.body.name });
});
app.patch("/suppliers/:id", async (request, reply) => {
  if (request.ability.cannot("update", "Supplier")) return reply.status(403).send();
  return db.update(suppliers).set({ name: request.body.name }).where(own(suppliers, request));
});
app.delete("/suppliers/:id", async (request, reply) => {
  if (request.ability.cannot("delete", "Supplier")) return reply.status(403).send();
  return db.delete(suppliers).where(own(suppliers, request));
});
app.delete("/holidays/:id", async (request, reply) => {
  if (request.ability.cannot("delete", "Holiday")) return reply.status(403).send();
  return db.delete(holidays).where(own(holidays, request));
});
app.post("/holidays", async (request, reply) => {
  if (request.ability.cannot("create", "Holiday")) return reply.status(403).send();
  return db.insert(holidays).values({ tenantId: request.tenantId, day: request.body.day });
});
app.post("/guests", async (request) => // expect: inconsistent-guard
  db.insert(guests).values({ tenantId: request.tenantId, name: request.body.name }));
app.delete("/guests/:id", async (request) => // expect: inconsistent-guard
  db.delete(guests).where(own(guests, request)));
app.patch("/visits/:id", async (request, reply) => {
  if (request.ability.cannot("update", "Visit")) return reply.status(403).send();
  return db.update(visits).set({ day: request.body.day }).where(own(visits, request));
});
app.post("/visits", async (request) => // silent: who may change one is asked there; anybody may make one
  db.insert(visits).values({ tenantId: request.tenantId, day: request.body.day }));
app.post("/notes", async (request) => // silent: the caller's own
  db.insert(notes).values({ tenantId: request.tenantId, userId: request.userId, text: request.body.text }));
app.delete("/notes/:id", async (request) => // silent: the caller's own
  db.delete(notes).where(and(eq(notes.id, request.params.id), eq(notes.userId, request.userId))));
