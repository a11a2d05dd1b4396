import { PrismaClient } from "@prisma/client";
import Agenda from "agenda";

const prisma = new PrismaClient();
const agenda = new Agenda({ db: { address: "mongodb://localhost/agenda" } });

agenda.define("send receipt", { concurrency: 2 }, async (job) => { // entry: queue send receipt
  await prisma.receipt.create({ data: job.attrs.data }); // effect: write database receipt
});
