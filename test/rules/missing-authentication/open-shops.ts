// file: package.json
{ "dependencies": { "express": "5.0.0", "mongodb": "6.0.0", "jsonwebtoken": "9.0.0", "@prisma/client": "6.0.0" } }
// file: prisma/schema.prisma
model Order {
  id Int @id @default(autoincrement())
  item String
  quantity Int
}
model Conversation {
  id String @id @default(cuid())
  userId String?
  lines Line[]
}
model Line {
  id String @id @default(cuid())
  conversationId String
  conversation Conversation @relation(fields: [conversationId], references: [id])
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import { MongoClient } from "mongodb";

const prisma = new PrismaClient();
const bookings = new MongoClient(process.env.MONGO_URL!).db("clinic").collection("bookings");
const app = express();
const asks: RequestHandler = (req, res, next) => {
  jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  next();
};

app.get("/items/sold", async (req, res) => { // silent: others are open as well, and nobody is named
  res.json(await prisma.order.findMany());
});
app.get("/bookings/all", async (req, res) => { // expect: missing-authentication
  res.json(await bookings.aggregate([{ $match: { day: String(req.query.day) } }]).toArray());
});
app.get("/bookings/per-day", async (req, res) => { // silent: how many there are
  res.json(await bookings.aggregate([{ $group: { _id: "$day", booked: { $sum: 1 } } }]).toArray());
});
app.get("/talks", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.conversation.findMany({ include: { lines: true } }));
});
app.post("/talks", async (req, res) => { // silent: there is nothing in it
  res.json(await prisma.conversation.create({ data: {} }));
});
app.delete("/talks/:id", asks, async (req, res) => {
  res.json(await prisma.conversation.delete({ where: { id: req.params.id } }));
});
