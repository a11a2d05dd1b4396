import { PrismaClient } from "@prisma/client";
import { schedules, schemaTask, task } from "@trigger.dev/sdk/v3";
import { z } from "zod";

const prisma = new PrismaClient();

export const receipt = task({ // entry: queue receipt
  id: "receipt",
  retry: { maxAttempts: 1 },
  run: async (payload: { orderId: string }) => {
    await prisma.receipt.create({ data: payload }); // effect: write database receipt
  },
});

export const parsed = schemaTask({ // entry: queue parsed
  id: "parsed",
  schema: z.object({ id: z.string() }),
  run: async (payload) => prisma.parsed.create({ data: payload }), // effect: write database parsed
});

export const nightly = schedules.task({ // entry: schedule 0 2 * * *
  id: "nightly",
  cron: "0 2 * * *",
  run: async () => prisma.report.create({ data: {} }), // effect: write database report
});
