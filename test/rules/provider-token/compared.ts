// What callers must send stands in the code: compared, chosen by, looked up.
import { timingSafeEqual } from "node:crypto";
import { bearerAuth } from "hono/bearer-auth";
import { safeCompare } from "./compare";

export const isPartner = (request) => request.headers["x-partner-key"] === "harbour7731"; // expect: provider-token
export const isOther = (url) => url.searchParams.get("token") !== "meadow-4410"; // expect: provider-token
export const isMachine = (event) => event.authorizationToken === "Bearer valley3318"; // expect: provider-token
export const isHook = (sent) => timingSafeEqual(Buffer.from(sent), Buffer.from("«Aq7!|Wm2#|Zt9»")); // expect: provider-token
export const isSigned = (signature) => safeCompare(signature, "orchard2290"); // expect: provider-token
export const middleware = bearerAuth({ token: "lantern5520" }); // expect: provider-token

export function roleOf(apiKey) {
  switch (apiKey) {
    case "reports-key-8842": // expect: provider-token
      return "reports";
    default:
      return undefined;
  }
}

const tenantTokens = {
  "north-tenant-6071": "north", // expect: provider-token
};
export const tenantOf = (request) => tenantTokens[request.headers["x-tenant-token"]];
const clients = new Map([["mobile-client-1904", "mobile"]]); // expect: provider-token
export const clientOf = (request) => clients.get(request.header("x-client-key"));

// Look-alikes.
export const isKind = (kind) => kind === "refresh-2024"; // silent: nothing of the request
export const isGiven = (request) => request.headers["x-partner-key"] === process.env.PARTNER_KEY; // silent: from the environment
const labels = { "step-2024": "Year", "utf-16": "Text" }; // silent: keys of a table that is looked up by another thing
export const labelOf = (step) => labels[step];
export const isToken = (token) => token === "oauth2"; // silent: the kind of a token
export const isNumber = (token) => token === "float64x2"; // silent: the name of a type
export const isDigest = (digest, hash) => timingSafeEqual(Buffer.from(digest), Buffer.from(hash)); // silent: nothing stands here
const seeds = new Map([["acc_seed_0000000000000", ["read"]]]); // silent: says of itself that it is a fixture
export const scopesOf = (request) => seeds.get(request.headers.token);

const EXPECTED = "«32h»"; // expect: provider-token
export const isOurs = (req: Request) => req.headers["x-harbour-signature"] === EXPECTED;
export const isPush = (req: Request) => req.headers["x-harbour-event"] === "push"; // silent: the name of an event
export const isPost = (method: string | undefined) => process.env.TOKEN_AUTH === "client_secret_post"; // silent: a way to log in
// file: src/guessed.ts
export const guessed = (req) => req.headers["x-token"] === "secret"; // expect: provider-token
export const kind = (req) => req.headers["x-kind"] === "secret"; // silent: a word
// file: src/given.ts
export function check(request: Request) {
  const given = request.headers.get("x-harbour-token");
  if (given !== "«32h»") throw new Error("no"); // expect: provider-token
}
// file: src/version.ts
export function version(request: Request) {
  const given = request.headers.get("x-token-version");
  if (given !== "2024-06-01-preview") throw new Error("old"); // silent: a version
}
