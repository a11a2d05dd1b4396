import { PrismaClient } from "@prisma/client";
import { BrokerAsPromised as Broker } from "rascal";
import Rascal from "rascal";

const prisma = new PrismaClient();

export async function start(config) {
  const broker = await Broker.create(Rascal.withDefaultConfig(config));
  const subscription = await broker.subscribe("receipts");
  subscription.on("message", async (message, content, ackOrNack) => { // entry: queue receipts
    await prisma.receipt.create({ data: { order: content.order } }); // effect: write database receipt
    await broker.publish("receipt_sent", content); // effect: publish rabbitmq receipt_sent
    ackOrNack();
  });
}

Rascal.Broker.create(Rascal.withDefaultConfig({}), (error, broker) => {
  broker.subscribe("refunds", (failed, subscription) => {
    subscription.on("message", async (message, content, ackOrNack) => { // entry: queue refunds
      await prisma.refund.create({ data: content }); // effect: write database refund
    });
  });
});
