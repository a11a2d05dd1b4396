import { ServiceBusClient } from "@azure/service-bus";
import { Pool } from "pg";

const db = new Pool();
const client = new ServiceBusClient(process.env.SERVICE_BUS!);
const receiver = client.createReceiver("manifests");

// entry: queue manifests
receiver.subscribe({
  processMessage: async (message) => {
    await db.query("insert into manifests (body) values ($1)", [message.body]); // effect: write postgres manifests, insert
  },
  processError: async (error) => console.error(error),
});
