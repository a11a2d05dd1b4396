import { makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export const handler = makeIdempotent( // guard: dedupe makeIdempotent
  async (event: { id: string }) => { // entry: ALL /pay/:proxy* // entry: queue Payments // entry: schedule rate(1 day)
    await prisma.payment.create({ data: { id: event.id } }); // effect: write database payment, insert
  },
  { persistenceStore: undefined },
);
