import type { SQSEvent } from "aws-lambda";
import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { Pool } from "pg";

const pool = new Pool();

export const handler = async (event: SQSEvent) => {
  for (const record of event.Records) await route(JSON.parse(record.body));
};

async function route(body) {
  switch (body.type) {
    case "usage.record":
      await pool.query("INSERT INTO usage_lines (amount) VALUES ($1)", [body.amount]); // expect: consumer-without-dedupe
      break;
    case "order.book":
      await book(body); // expect: consumer-without-dedupe
      break;
    case "order.close":
      await close(body); // silent: it is closed already
      break;
  }
}

async function book(body) {
  await pool.query("INSERT INTO bookings (order_id) VALUES ($1)", [body.orderId]);
}
async function close(body) {
  await pool.query("UPDATE orders SET open = false WHERE id = $1", [body.orderId]);
}
