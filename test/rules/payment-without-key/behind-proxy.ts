// A client that refuses until it is set up does not end the path for those who have set it up.
import { createClient } from "@supabase/supabase-js";
import express from "express";
import Stripe from "stripe";

class Database {
  private client = null;
  constructor() {
    if (process.env.SUPABASE_URL) this.client = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY);
  }
  getClient() {
    return this.client;
  }
}

const database = new Proxy(new Database(), {
  get(target, name, receiver) {
    const client = target.getClient();
    if (client === null) {
      return () => {
        throw new Error("The database is not set up");
      };
    }
    return Reflect.get(client, name, receiver);
  },
});

const stripe = new Stripe(process.env.STRIPE_KEY);
const app = express();

app.post("/credits", async (req, res) => {
  const { data } = await database.from("teams").select("customer").eq("id", req.body.team);
  const payment = await stripe.paymentIntents.create({ amount: 1100, currency: "usd", customer: data.customer }); // expect: payment-without-key
  res.json({ id: payment.id });
});
