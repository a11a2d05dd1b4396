// A token in pieces: put together where it is used.
const bits = { head: "«shp|at_1|6h»", tail: "«26h»" }; // expect: provider-token
export const shopToken = bits.head + bits.tail;
const pieces: string[] = ["«nvapi|-|34»", "«30»"]; // expect: provider-token
export const modelToken = pieces.reduce((a, b) => a + b, "");
const start = "«rdme|_|24h»"; // expect: provider-token
export const docsToken = `${start}«46h»`;
const names = { first: "provider-", second: "name-of-it-4" }; // silent: words
export const whole = names.first + names.second;
const parts: string[] = ["north", "harbour", "gate-21"]; // silent: words
export const path = parts.reduce((a, b) => a + b, "");
export const page = decodeURIComponent("%2Ftrades%2Fof%2Fthe%2Fday"); // silent: a path
export const storageSecret = "«32»"; // expect: provider-token
export const storageSecretName = "«32»"; // silent: a name
export const matrix = "syt_«12»_BqTzWvKmRxLpNsHdJgFc_«6»"; // expect: provider-token
export const bot = { data: "ODY0NzIxNTkzODI2NDkzMTA3.«6».«38»" }; // expect: provider-token
export const version = { data: "ODY0words.and.more-words-of-a-sentence-here" }; // silent: words
export const order = ["API_KEY_OF_ORDERS", "harbour-4417-north", "meadow"]; // silent: a list, not a pair
export const joinedApiKey = "k9Qz3mV7".concat("p2Xw8Lr4"); // expect: provider-token
export const joinedName = "report".concat("-2024"); // silent: a name
const halves = { first: "k9Qz3mV7p2", second: "Xw8Lr4Tn6b" }; // expect: provider-token
export const ledgerApiKey = `${halves.first}${halves.second}`;
const listed = ["k9Qz3mV7p2", "Xw8Lr4Tn6b"]; // expect: provider-token
export const listedApiKey = listed.join("");
const paths = ["reports", "north"];
export const pathKey = paths.join(""); // silent: words
export const cast = { apiKey: <string>"i5vb6jwjeqmgmirkq" }; // expect: provider-token
export const smaller = (apiKeys: number, keys: number) => apiKeys < 3 && keys > 4 ? "north-harbour-2024" : ""; // silent: compared
const short = "i5vb6jwjeqmgmirkq"; // expect: provider-token
export const asked = () => fetch("https://ledger.io", { headers: { Authorization: `Bearer ${short}` } });
