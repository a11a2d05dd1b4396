import middy from "@middy/core";
import httpJsonBodyParser from "@middy/http-json-body-parser";
import validator from "@middy/validator";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

const save = async (event) => { // entry: ALL /*
  await prisma.order.create({ data: event.body }); // effect: write database order, insert
  return { statusCode: 201 };
};

export const handler = middy(save).use(httpJsonBodyParser()).use(validator({ eventSchema: {} })); // guard: validation validator
