import { PrismaClient } from "@prisma/client";
import { Kafka } from "kafkajs";

const prisma = new PrismaClient();
const kafka = new Kafka({ clientId: "shop", brokers: ["localhost:9092"] });
const consumer = kafka.consumer({ groupId: "shop" });

export async function start() {
  await consumer.connect();
  await consumer.subscribe({ topic: "orders", fromBeginning: true });
  await consumer.subscribe({ topics: ["refunds"] });
  await consumer.run({ // entry: queue orders // entry: queue refunds
    eachMessage: async ({ message }) => {
      await prisma.order.create({ data: JSON.parse(String(message.value)) }); // effect: write database order
    },
  });
}
