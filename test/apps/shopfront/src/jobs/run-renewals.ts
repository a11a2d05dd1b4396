import { pool } from "../db.ts";
import { renewSubscriptions } from "./renewals.ts";

const renewed = await renewSubscriptions();
console.log(`${renewed} subscriptions renewed`);
await pool.end();
