// Keys that no table knows, told by the call, the header or the host that they are given to.
import { HfInference } from "@huggingface/inference";
import ferry from "ferry-sdk";

export const inference = new HfInference("«32»"); // expect: provider-token
ferry.setToken("fry_«32»"); // expect: provider-token
//              ^^^^^^^^ A secret (Ferry)
export const allowed = (request: { headers: Record<string, string> }) =>
  request.headers["x-ferry-token"] === "«32»"; // expect: provider-token
export const adminOnly = (input: { adminKey: string }) => input.adminKey !== "«40»"; // expect: provider-token

const base = "https://api.ferry.io";
const ferryKey = "«40»"; // expect: provider-token
export const load = () => fetch(base, { headers: { key: ferryKey } });

export const visible = new Set(["«32»"]); // silent: a collection opens nothing
export const found = new URL("https://ferry.io/«32»"); // silent: an address
