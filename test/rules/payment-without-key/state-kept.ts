import axios from "axios";
import { Worker } from "bullmq";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

new Worker("renewals", async (job) => {
  const plan = await prisma.plan.findUniqueOrThrow({ where: { id: job.data.plan } });
  if (plan.state !== "active" && plan.state !== "late") return;
  if (!plan.card) {
    // A plan that is late passes the check as well.
    await prisma.plan.update({ where: { id: plan.id }, data: { state: "late" } });
    return;
  }
  await axios.post(`${process.env.PAY_URL}/transaction/charge_authorization`, { amount: plan.price, email: plan.email }); // expect: payment-without-key
});

new Worker("closings", async (job) => { // silent: it is closed ahead of the charge
  const plan = await prisma.plan.findUniqueOrThrow({ where: { id: job.data.plan } });
  if (plan.state !== "active" && plan.state !== "late") return;
  await prisma.plan.update({ where: { id: plan.id }, data: { state: "closed" } });
  await axios.post(`${process.env.PAY_URL}/transaction/charge_authorization`, { amount: plan.price, email: plan.email });
});
