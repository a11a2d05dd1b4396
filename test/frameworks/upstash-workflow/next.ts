// file: src/app/api/workflow/route.ts
import { PrismaClient } from "@prisma/client";
import { serve } from "@upstash/workflow/nextjs";

const prisma = new PrismaClient();

export const { POST } = serve<{ orderId: string }>(
  async (context) => { // entry: POST /api/workflow
    const { orderId } = context.requestPayload;
    await context.run("ship", async () => {
      await prisma.shipment.create({ data: { orderId } }); // effect: write database shipment
    });
  },
  { retries: 3 },
);
