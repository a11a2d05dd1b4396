import { PrismaClient } from "@prisma/client";
import type { APIGatewayProxyHandlerV2, SQSHandler } from "aws-lambda";

const prisma = new PrismaClient();

export const create: APIGatewayProxyHandlerV2 = async (event) => { // entry: GET /orders // entry: POST /orders/:id // guard: authentication authorizer
  await prisma.order.create({ data: { id: event.pathParameters?.id, body: JSON.parse(event.body ?? "") } }); // effect: write database order, insert
  return { statusCode: 201 };
};

export const consume: SQSHandler = async (event) => { // entry: queue Receipts // entry: queue refunds // entry: schedule 0 5 * * ? *
  for (const record of event.Records) await prisma.receipt.create({ data: JSON.parse(record.body) }); // effect: write database receipt, insert
};
