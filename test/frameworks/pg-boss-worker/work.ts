import { PrismaClient } from "@prisma/client";
import PgBoss from "pg-boss";

const prisma = new PrismaClient();
const boss = new PgBoss("postgres://localhost/db");

export async function start() {
  await boss.start();
  await boss.work("receipts", { batchSize: 1 }, async ([job]) => { // entry: queue receipts
    await prisma.receipt.create({ data: job.data }); // effect: write database receipt
  });
}
