import Stripe from "stripe";

const api = new URL(process.env.STRIPE_API_URL!);

export const stripe = new Stripe("double", { host: api.hostname, port: Number(api.port), protocol: "http" });
