import { PrismaClient } from "@prisma/client";
import { cron, eventType, Inngest } from "inngest";

const prisma = new PrismaClient();
export const inngest = new Inngest({ id: "shop" });

export const welcome = inngest.createFunction( // entry: queue user/created
  { id: "welcome", retries: 0 },
  { event: "user/created" },
  async ({ event, step }) => {
    await step.run("greet", () => prisma.greeting.create({ data: { userId: event.data.id } })); // effect: write database greeting
  },
);

export const digest = inngest.createFunction({ id: "digest" }, { cron: "0 8 * * 1" }, async () => { // entry: schedule 0 8 * * 1
  await prisma.digest.create({ data: {} }); // effect: write database digest
});

export const several = inngest.createFunction( // entry: queue order/paid // entry: queue order/refunded
  { id: "several", triggers: [{ event: "order/paid" }, { event: "order/refunded" }] },
  async ({ event }) => prisma.ledger.create({ data: event.data }), // effect: write database ledger
);

export const nightly = inngest.createFunction({ id: "nightly", triggers: [cron("0 3 * * *")] }, async () => { // entry: schedule 0 3 * * *
  await prisma.digest.create({ data: {} }); // effect: write database digest
});

const shipped = eventType("order/shipped");
export const notice = inngest.createFunction({ id: "notice", triggers: shipped }, async ({ event }) => // entry: queue order/shipped
  prisma.ledger.create({ data: event.data }), // effect: write database ledger
);
