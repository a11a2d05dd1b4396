// file: src/queue.ts
import Queue from "bull";

export const receipts = new Queue("receipts");
// file: src/worker.ts
import { receipts } from "./queue.ts";

receipts.process(async () => {}); // entry: queue receipts
