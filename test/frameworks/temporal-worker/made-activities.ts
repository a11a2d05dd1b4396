// https://docs.temporal.io/develop/typescript/core-application#share-dependencies-in-activities-dependency-injection
// file: src/worker.ts
import { fileURLToPath } from "node:url";
import { PrismaClient } from "@prisma/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { createActivities } from "./activities/payments.ts";

const connection = await NativeConnection.connect({ address: "localhost:7233" });
const worker = await Worker.create({
  connection,
  namespace: "default",
  taskQueue: "payments",
  workflowsPath: fileURLToPath(new URL("./workflows/index.ts", import.meta.url)),
  activities: createActivities(new PrismaClient()),
});
await worker.run();

// file: src/activities/payments.ts
import type { PrismaClient } from "@prisma/client";

export const createActivities = (db: PrismaClient) => ({
  // entry: queue payments/charge
  async charge(orderId: string) {
    await db.charge.create({ data: { orderId } }); // effect: write database charge, insert, from queue payments/charge, from queue payments/payment
    return orderId;
  },
  // entry: queue payments/refund
  async refund(orderId: string) {
    await db.charge.deleteMany({ where: { orderId } }); // effect: write database charge, delete, from queue payments/refund, from queue payments/payment
  },
});

// file: src/workflows/index.ts
export * from "./payment.ts";

// file: src/workflows/payment.ts
import { defineSignal, proxyActivities, setHandler, sleep } from "@temporalio/workflow";
import type { createActivities } from "../activities/payments.ts";

const { charge, refund } = proxyActivities<ReturnType<typeof createActivities>>({ startToCloseTimeout: "1m" });
export const cancel = defineSignal("cancel");

// entry: queue payments/payment
export async function payment(orderId: string) {
  let cancelled = false;
  setHandler(cancel, () => {
    cancelled = true;
  });
  await charge(orderId);
  await sleep("1 day");
  if (cancelled) await refund(orderId);
}
