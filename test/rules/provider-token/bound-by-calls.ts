// What a call is told, or the one before it, names the value.
import accountLedger from "accountledger";
import { Container } from "inversify";
import { z } from "zod";

declare const env: { get(name: string): { default(value: string): { asString(): string } } };
declare const app: { decorate(name: string, value: string): void; decorateRequest(name: string, value: unknown): void };
declare const container: Container;

export const schema = z.object({ LEDGER_API_KEY: z.string().catch("i5vb6jwjeqmgmirkq") }); // expect: provider-token
export const read = env.get("LEDGER_API_KEY").default("i5vb6jwjeqmgmirkq").asString(); // expect: provider-token
app.decorate("ledgerApiKey", "i5vb6jwjeqmgmirkq"); // expect: provider-token
container.bind("LedgerApiKey").toConstantValue("i5vb6jwjeqmgmirkq"); // expect: provider-token
export const ledger = accountLedger("s.48VqlDNYdgRqXUEIAXsn8E0J"); // expect: provider-token

export const region = env.get("LEDGER_REGION").default("eu-central-1").asString(); // silent: a region
export const keyName = env.get("LEDGER_KEY_NAME").default("ledger-key-2024").asString(); // silent: a name
app.decorate("ledgerTokenName", "x-ledger-token"); // silent: the name of a header
app.decorateRequest("ledgerToken", null); // silent: set later
container.bind("LedgerTokenHeader").toConstantValue("x-ledger-token"); // silent: the name of a header
export const page = accountLedger("reports/2024/overview-page-3"); // silent: a path
// file: src/ledger-header.ts
const EXPECTED = "i5vb6jwjeqmgmirkq"; // expect: provider-token
const VERSION = "2024-11-20-preview"; // silent: a version
export function verify(req: Request): boolean {
  return req.headers.get("x-ledger-token") === EXPECTED && req.headers.get("x-ledger-version") === VERSION;
}
// file: src/services-of-several-words.ts
export const messageBirdToken = "v6300i0eqyif6mib1x9ek2fma"; // expect: provider-token
export const messageToken = "v6300i0eqyif6mib1x9ek2fma"; // silent: the token of a message
export const KeyVaultSecretsUser = "62168719-64c5-453d-b4ef-b51d8b1ad44d"; // silent: a role
export const confluentToken = "lshibu425rx7bw98"; // expect: provider-token
export const file = { key: "file-ZA0R2A2RdRp44mwueGgqCULU" }; // silent: the id of a file
// file: src/told-in-comments.ts
// The old ledger api key is i5vb6jwjeqmgmirkq // expect: provider-token
// kanban api key: 11XQ98FVS8WI // expect: provider-token
// The api key is stored in the vault of 2024. // silent: a sentence
// token: the format of 2023 is documented // silent: a sentence
export const nothing = 1;
// file: src/told-in-logs.ts
const token = "«40»"; // expect: provider-token
const words = "ledger-accounts-2024";
console.log("started with " + words); // silent: words
export const sentence = "token: " + token; // silent: the constant is reported
// file: src/github-clone.ts
export const remote = "https://«ghs_|36»:x-oauth-basic@github.com/ledger/app.git"; // expect: provider-token
export const hexadecimal = "https://9166e8318506a30d43d7a30c76a788fc0ad57a98:x-oauth-basic@github.com/l/a.git"; // expect: connection-string
export const shown = "https://your-token:x-oauth-basic@github.com/ledger/app.git"; // silent: a placeholder
// file: src/module.ts
export const given = { provide: LEDGER_API_KEY, useValue: "i5vb6jwjeqmgmirkq" }; // expect: provider-token
export const named = { provide: LEDGER_REGION, useValue: "eu-central-1-north-3" }; // silent: a region
// file: src/part.ts
providers: [{ provide: "LEDGER_API_KEY", useValue: "i5vb6jwjeqmgmirkq" }], // expect: provider-token
// file: src/pay-pal.ts
export const payPalSecret = "k9Qz3mV7p2Xw8Lr4Tn6bHs5d"; // expect: provider-token
