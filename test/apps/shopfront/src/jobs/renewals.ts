import cron from "node-cron";
import { pool } from "../db.ts";
import { sendMail } from "../lib/mail.ts";
import { stripe } from "../lib/stripe.ts";

const prices: Record<string, number> = { starter: 900, team: 2900 };

export function startRenewals() {
  cron.schedule("0 3 * * *", renewSubscriptions);
  cron.schedule("30 3 * * *", emptyOldCarts);
}

export async function renewSubscriptions() {
  const { rows } = await pool.query(
    `SELECT subscriptions.id, plan, stripe_customer, users.email
     FROM subscriptions JOIN users ON users.id = subscriptions.user_id
     WHERE status = 'active' AND renews_at <= now()`,
  );
  for (const subscription of rows) {
    await stripe.paymentIntents.create({
      amount: prices[subscription.plan]!,
      currency: "eur",
      customer: subscription.stripe_customer,
      confirm: true,
    });
    await sendMail(subscription.email, "Your plan was renewed", `Thank you for another month of ${subscription.plan}.`);
    await pool.query("UPDATE subscriptions SET renews_at = renews_at + interval '1 month' WHERE id = $1", [
      subscription.id,
    ]);
  }
  return rows.length;
}

export async function emptyOldCarts() {
  await pool.query("DELETE FROM cart_items WHERE updated_at < now() - interval '30 days'");
}
