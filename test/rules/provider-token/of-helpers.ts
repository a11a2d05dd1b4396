// Keys that a helper, an address or a package is given, and that no name of a variable tells.
import { HarbourDesk } from "harbour-desk";

export const listed = () => fetch("https://api.harbour.dev/v1/berths", { headers: buildHarbourHeaders("«40h»") }); // expect: provider-token
export const typed = () => fetch("/v1/berths", { headers: buildHarbourHeaders("application/json") }); // silent: a type

export const found = () => axios.get("https://api.harbour.dev/v1", { params: { key: "«40h»", page: 1 } }); // expect: provider-token
export const sorted = () => axios.get("https://api.harbour.dev/v1", { params: { key: "arrival-date", page: 1 } }); // silent: a name

export const harbour = require("harbour-pilot")("«8h»-«4h»-4«3h»-a«3h»-«12h»"); // expect: provider-token
export const log = require("debug")("harbour:berths"); // silent: the name of a log

export const desk = new HarbourDesk("«30»9=="); // expect: provider-token
export const pilot = createPilot({ auth: "«8h»-«4h»-4«3h»-a«3h»-«12h»" }); // expect: provider-token

export const pair = (id: string) => ({ Authorization: `Basic ${btoa(`${id}:«32h»`)}` }); // expect: provider-token
export const open = (id: string, key: string) => ({ Authorization: `Basic ${btoa(`${id}:${key}`)}` }); // silent: both come from elsewhere

export const hooked = required("«32»", "HARBOUR_API_TOKEN"); // expect: provider-token
export const asked = required("harbour", "HARBOUR_API_TOKEN"); // silent: a word

export function keyFor(quay: string): string {
  switch (quay) {
    case "north":
      return "«8h»-«4h»-4«3h»-a«3h»-«12h»"; // expect: provider-token
    default:
      return `berth:${quay}`; // silent: the key of an entry
  }
}

export const sample = {
  headers: { "Linear-Signature": "«64h»" }, // silent: a signature, made anew for each message
};

export function mayCall(options: { tokenKey?: string }): string {
  if (!options.tokenKey) throw new Error("no key");
  return options.tokenKey ?? "«40»8"; // expect: provider-token
}

export const told = required("«32»", "env HARBOUR_TOKEN is not set"); // expect: provider-token
export const warned = required("harbour", "env HARBOUR_TOKEN is not set"); // silent: a word
