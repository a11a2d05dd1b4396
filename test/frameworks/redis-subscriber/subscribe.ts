import { PrismaClient } from "@prisma/client";
import Redis from "ioredis";
import { createClient } from "redis";

const prisma = new PrismaClient();
const node = createClient();
const io = new Redis();

node.subscribe("orders", async (message) => { // entry: event orders
  await prisma.order.create({ data: JSON.parse(message) }); // effect: write database order
});

io.subscribe("refunds");
io.on("message", async (channel, message) => { // entry: event refunds
  await prisma.refund.create({ data: { channel, message } }); // effect: write database refund
});
