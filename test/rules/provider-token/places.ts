// Tokens in every place of the code, by form and by name.
import Stripe from "stripe";
import { Octokit } from "@octokit/rest";

export const stripe = new Stripe("«sk_|live_|24»"); // expect: provider-token
//                                ^^^^^^^^^^^^^^ A Stripe key
export const github = new Octokit({ auth: "«ghp_|36»" }); // expect: provider-token
export const slack = `https://hooks.«slack|.com»/services/T«8»/B«8»/«24»`; // expect: provider-token
const openWeatherKey = "«32»"; // expect: provider-token
export const split = "«sk_|li»" + "«ve_|24»"; // expect: provider-token

export async function forecast() {
  return fetch("https://api.weather.dev/v1", {
    headers: {
      "X-Api-Key": "«40»", // expect: provider-token
      Authorization: "Bearer «40»", // expect: provider-token
    },
    body: openWeatherKey,
  });
}

export const publishable = "«pk_|live_|24»"; // silent: publishable keys are public
export const fromEnvironment = new Stripe(process.env.STRIPE_SECRET_KEY ?? ""); // silent: nothing stands here
export const placeholder = { apiKey: "your-api-key-here" }; // silent: a placeholder
export const label = { apiKey: "API key", token: "Access token" }; // silent: labels
export const names = { apiKey: "STRIPE_API_KEY", tokenHeader: "x-access-token" }; // silent: names of things
export const commit = "9fceb02d0ae598e95dc970b74767f19372d61af8"; // silent: a hash of content
export const userId = "6f9619ff-8b86-d011-b42d-00c04fc964ff"; // silent: an id
export const cacheKey = "users:list:v2:by-team"; // silent: the key of a cache entry
export const idempotencyKey = `order-${Date.now()}`; // silent: made at run time
export const token = (await import("./session")).token; // silent: not a literal
