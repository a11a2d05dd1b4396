import { PrismaClient } from "@prisma/client";
import { createApp, createRouter, defineEventHandler, readBody } from "h3";

const prisma = new PrismaClient();
const app = createApp();
const router = createRouter();

router.post( // entry: POST /api/orders
  "/orders",
  defineEventHandler(async (event) => prisma.order.create({ data: await readBody(event) })), // effect: write database order, insert
);
app.use("/api", router.handler);
