// file: src/boss.ts
import PgBoss from "pg-boss";

export const boss = new PgBoss(process.env.DATABASE_URL ?? "");
// file: src/jobs.ts
import { boss } from "./boss.ts";

await boss.work("receipts", async () => {}); // entry: queue receipts
