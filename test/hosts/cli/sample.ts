/** A service with one error, as the tests of the command line need it. */

/** One finding: `idempotency/payment-without-key` in `src/pay.ts`, line 6, with a fix. */
export const SAMPLE: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "sample", "dependencies": { "express": "5.0.0", "stripe": "20.0.0" } }\n`,
  "src/server.ts": `import express from "express";
import { pay } from "./pay.ts";

const app = express();
app.use(express.json());
app.post("/pay", pay);
app.listen(3000);
`,
  "src/pay.ts": `import type { Request, Response } from "express";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY);
export async function pay(req: Request, res: Response) {
  await stripe.paymentIntents.create({ amount: 500, currency: "eur", metadata: { order: req.body.orderId } });
  res.json({ ok: true });
}
`,
};

export const RULE = "idempotency/payment-without-key";
