import { app } from "@azure/functions";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

app.http("orders", { // entry: POST /api/orders/:id
  methods: ["POST"],
  route: "orders/{id}",
  authLevel: "function",
  handler: async (request) => { // guard: authentication authLevel
    await prisma.order.create({ data: await request.json() }); // effect: write database order, insert
    return { status: 201 };
  },
});
app.serviceBusQueue("receipts", { // entry: queue receipts
  queueName: "receipts",
  connection: "BUS",
  handler: async (message) => {
    await prisma.receipt.create({ data: message }); // effect: write database receipt, insert
  },
});
app.timer("nightly", { schedule: "0 0 5 * * *", handler: async () => undefined }); // entry: schedule 0 0 5 * * *
