import { PubSub } from "@google-cloud/pubsub";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const subscription = new PubSub().subscription("receipts");

subscription.on("message", async (message) => { // entry: queue receipts
  await prisma.receipt.create({ data: JSON.parse(message.data.toString()) }); // effect: write database receipt
  message.ack();
});
