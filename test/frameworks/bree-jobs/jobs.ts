import { PrismaClient } from "@prisma/client";
import Bree from "bree";

const prisma = new PrismaClient();

const bree = new Bree({ jobs: [{ name: "digest", cron: "0 8 * * *", path: digest }, "cleanup"] }); // entry: schedule 0 8 * * *
bree.start();

async function digest() {
  await prisma.digest.create({ data: {} }); // effect: write database digest
}
