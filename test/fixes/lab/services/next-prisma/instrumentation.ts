import { startWorker } from "./lib/queue.ts";

export function register() {
  startWorker();
}
