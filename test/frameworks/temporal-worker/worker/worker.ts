import { Worker } from "@temporalio/worker";
import * as activities from "./activities";

export async function start() {
  const worker = await Worker.create({ taskQueue: "shop", activities, workflowsPath: require.resolve("./workflows") });
  await worker.run();
}
