import Stripe from "stripe";
import { config } from "../config.ts";

const api = config.stripe.apiUrl ? new URL(config.stripe.apiUrl) : undefined;

export const stripe = new Stripe(
  config.stripe.secretKey,
  api ? { host: api.hostname, port: Number(api.port), protocol: "http", telemetry: false } : {},
);
