// Names, ways and ids that are no keys, though keys are spoken of.
export const formats = [
  { key: "WanMotion14B_I2V_480p", title: "Wan" }, // silent: short parts of which one is a word
  { key: "Q-638a78b9-fc11-4f92-973c-60c8f0bc7ed2-0" }, // silent: an id with its number
];

export class FerryError extends Error {}
export const failed = new FerryError("webhook_oauth2webhook_failed"); // silent: words

export function tokenOf(connection: { credentials: { type: string; token: string } }): string | undefined {
  switch (connection.credentials.type) {
    case "OAUTH1": // silent: a type of credentials
    case "OAUTH2": // silent: a type of credentials
      return connection.credentials.token;
    default:
      return undefined;
  }
}

export const pipeline = { API_KEYS_SOURCE: "core/api-keys/subgraph/schema.graphql" }; // silent: a path
export const encoded = { apiKey: btoaOf("eW91ci1mZXJyeS1hcGkta2V5LWhlcmU=") }; // silent: a placeholder in base64
declare function btoaOf(text: string): string;

export const PROGRAMS = new Set([
  // Programs of Solana.
  "BnYanHjkV6bBDFYfC7F76TyYk6NA9p3wvcAfY1XZCXYS", // silent: an address
]);
export const TOKEN_FIELDS = ["template.parameters.minimumValue", "chargePoints.sharePowerToAll"]; // silent: ways to members
export const association = { webcredentials: { apps: ["ZPSQA32NDL.io.ferry.ferry-app"] } }; // silent: an app
export const mixpanelToken = "280f53ea477a89ca86e0f7c8825528cb"; // silent: what a browser tells is seen
export const previewAddHarbourSubscriptionPlan = { path: "/plans" }; // silent: a name that begins like a token
export const TOKEN_LETTERS = "bcdfghjkmnpqrstvwxyz"; // silent: letters to make tokens from
export const ledgerToken = "AbCdEfGhIjKlMnOpQrStUvWx"; // silent: the alphabet
export const otherLedgerToken = "aB1cD2xF3qH4iW5kL9mT7oZ8"; // expect: provider-token
