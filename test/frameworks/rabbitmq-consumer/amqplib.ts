import { PrismaClient } from "@prisma/client";
import amqp from "amqplib";

const prisma = new PrismaClient();

export async function start() {
  const connection = await amqp.connect("amqp://localhost");
  const channel = await connection.createChannel();
  await channel.assertQueue("receipts");
  await channel.consume("receipts", async (message) => { // entry: queue receipts
    if (!message) return;
    await prisma.receipt.create({ data: JSON.parse(message.content.toString()) }); // effect: write database receipt
    channel.ack(message);
  });
}
