import { integer, pgTable, serial, text } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: serial("id").primaryKey(),
  email: text("email").notNull(),
  role: text("role").notNull().default("customer"),
  points: integer("points").notNull().default(0),
});

export const orders = pgTable("orders", {
  id: serial("id").primaryKey(),
  userId: integer("user_id").notNull(),
  cents: integer("cents").notNull(),
  status: text("status").notNull().default("open"),
});

export const payments = pgTable("payments", {
  id: serial("id").primaryKey(),
  orderId: integer("order_id").notNull(),
  cents: integer("cents").notNull(),
});

export const receipts = pgTable("receipts", {
  id: serial("id").primaryKey(),
  orderId: integer("order_id").notNull(),
});

export const favourites = pgTable("favourites", {
  id: serial("id").primaryKey(),
  userId: integer("user_id").notNull(),
  orderId: integer("order_id").notNull(),
});

export const reviews = pgTable("reviews", {
  id: serial("id").primaryKey(),
  userId: integer("user_id").notNull(),
  text: text("text").notNull(),
  stars: integer("stars").notNull(),
});
