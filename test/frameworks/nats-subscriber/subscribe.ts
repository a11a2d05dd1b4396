import { PrismaClient } from "@prisma/client";
import { connect } from "nats";

const prisma = new PrismaClient();

export async function start() {
  const connection = await connect({ servers: "localhost" });
  connection.subscribe("orders.created", { // entry: event orders.created
    callback: async (_error, message) => {
      await prisma.order.create({ data: message.json() }); // effect: write database order
    },
  });
}
