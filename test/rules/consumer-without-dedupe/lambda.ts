import { PrismaClient } from "@prisma/client";
import type { SQSHandler } from "aws-lambda";

const prisma = new PrismaClient();

export const bookings: SQSHandler = async (event) => { // expect: consumer-without-dedupe
  for (const record of event.Records) await prisma.booking.create({ data: { guest: JSON.parse(record.body).guest } });
};
export const states: SQSHandler = async (event) => { // silent: the same values again
  for (const record of event.Records) await prisma.booking.update({ where: { id: record.messageId }, data: { done: true } });
};
