import { PrismaClient } from "@prisma/client";
import { Consumer } from "sqs-consumer";

const prisma = new PrismaClient();

const app = Consumer.create({ // entry: queue receipts
  queueUrl: "https://sqs.eu-west-1.amazonaws.com/1/receipts",
  handleMessage: async (message) => {
    await prisma.receipt.create({ data: JSON.parse(message.Body ?? "") }); // effect: write database receipt
  },
});
app.start();
