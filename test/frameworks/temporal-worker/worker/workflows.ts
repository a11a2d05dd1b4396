import { proxyActivities } from "@temporalio/workflow";
import type * as activities from "./activities";

const { ship } = proxyActivities<typeof activities>({ startToCloseTimeout: "1 minute", retry: { maximumAttempts: 1 } });

// entry: queue shop/order
export async function order(orderId: string) {
  await ship(orderId);
}
