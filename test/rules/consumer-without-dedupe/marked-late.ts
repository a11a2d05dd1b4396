import cron from "node-cron";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const post = (title: string) => fetch("https://gazette.example.com/notices", { method: "POST", body: JSON.stringify({ title }) });

cron.schedule("0 * * * *", async () => { // expect: consumer-without-dedupe
  const rows = await prisma.notice.findMany({ where: { printed: false } });
  for (const row of rows) await post(row.title);
  await prisma.notice.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { printed: true } });
});
cron.schedule("10 * * * *", async () => { // silent: each is marked with its own
  const rows = await prisma.notice.findMany({ where: { printed: false } });
  for (const row of rows) {
    await post(row.title);
    await prisma.notice.update({ where: { id: row.id }, data: { printed: true } });
  }
});
