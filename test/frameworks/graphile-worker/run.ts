import { PrismaClient } from "@prisma/client";
import { run } from "graphile-worker";

const prisma = new PrismaClient();

export async function start() {
  await run({ // entry: queue receipt
    connectionString: "postgres:///db",
    taskList: {
      receipt: async (payload) => {
        await prisma.receipt.create({ data: payload }); // effect: write database receipt
      },
    },
  });
}
