// file: db/schema.ts
import { boolean, integer, pgTable, serial, text } from "drizzle-orm/pg-core";

export const usersTable = pgTable("users", {
  id: serial("id").primaryKey(),
  email: text("email").notNull(),
  password: text("password").notNull(),
});
export const rentalsTable = pgTable("rental_bookings", {
  id: serial("id").primaryKey(),
  userId: integer("user_id").references(() => usersTable.id),
  bike: text("bike"),
});
export const feesTable = pgTable("payments", {
  id: serial("id").primaryKey(),
  bookingId: integer("booking_id").references(() => rentalsTable.id),
  amount: integer("amount"),
});
export const stepsTable = pgTable("steps", {
  id: serial("id").primaryKey(),
  booking: integer("booking")
    .notNull()
    .references(() => rentalsTable.id),
  done: boolean("done"),
});
export const slotsTable = pgTable("slots", {
  id: serial("id").primaryKey(),
  takenBy: integer("taken_by").references(() => rentalsTable.id),
  startsAt: text("starts_at"),
});
export const reviewsTable = pgTable("reviews", {
  id: serial("id").primaryKey(),
  bookingId: integer("booking_id")
    .notNull()
    .references(() => rentalsTable.id),
  text: text("text"),
});
export const ordersTable = pgTable("orders", {
  id: serial("id").primaryKey(),
  createdBy: integer("created_by").references(() => usersTable.id),
  supplier: text("supplier"),
});
export const bookingTypesTable = pgTable("booking_types", {
  id: serial("id").primaryKey(),
  userId: integer("user_id").references(() => usersTable.id),
  title: text("title"),
});

// file: server.ts
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import express from "express";
import session from "express-session";
import * as schema from "./db/schema";
import {
  bookingTypesTable,
  feesTable,
  ordersTable,
  rentalsTable,
  reviewsTable,
  slotsTable,
  stepsTable,
  usersTable,
} from "./db/schema";

const db = drizzle(process.env.DATABASE_URL, { schema });
const app = express();
app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET }));

app.post("/register", async (req, res) => {
  res.json(await db.insert(usersTable).values({ email: req.body.email, password: req.body.password }).returning());
});

app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

// That any login lists all of them is the oversight, and no leave to read them.
app.get("/bookings", async (_req, res) => {
  res.json(await db.query.rentalsTable.findMany());
});
app.get("/bookings/:id", async (req, res) => {
  res.json(await db.query.rentalsTable.findFirst({ where: eq(rentalsTable.id, Number(req.params.id)) })); // expect: unowned-object
});
// The payment of a booking is for whom the booking is for.
app.get("/payments/:id", async (req, res) => {
  res.json(await db.query.feesTable.findFirst({ where: eq(feesTable.id, Number(req.params.id)) })); // expect: unowned-object
});
app.get("/bookings/:id/steps", async (req, res) => {
  res.json(await db.select().from(stepsTable).where(eq(stepsTable.booking, Number(req.params.id)))); // expect: unowned-object
});
app.get("/slots/:id", async (req, res) => {
  res.json(await db.query.slotsTable.findFirst({ where: eq(slotsTable.id, Number(req.params.id)) })); // silent: may be free
});
app.get("/reviews/:id", async (req, res) => {
  res.json(await db.query.reviewsTable.findFirst({ where: eq(reviewsTable.id, Number(req.params.id)) })); // silent: written for others
});
app.get("/orders/:id", async (req, res) => {
  res.json(await db.query.ordersTable.findFirst({ where: eq(ordersTable.id, Number(req.params.id)) })); // silent: who entered it is of the team
});
app.get("/booking-types/:id", async (req, res) => {
  res.json(await db.query.bookingTypesTable.findFirst({ where: eq(bookingTypesTable.id, Number(req.params.id)) })); // silent: a kind of booking
});

app.listen(3000);
