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
// Spelled in numbers, of which no search for letters tells anything: "k9Qz3mV7p2Xw8Lr4".
export const spelledApiKey = String.fromCharCode(107, 57, 81, 122, 51, 109, 86, 55, 112, 50, 88, 119, 56, 76, 114, 52); // expect: provider-token
const codes = [107, 57, 81, 122, 51, 109, 86, 55, 112, 50, 88, 119, 56, 76, 114, 52];
export const listedNumbersApiKey = String.fromCharCode(...codes); // expect: provider-token
export const appliedApiKey = String.fromCharCode.apply(null, codes); // expect: provider-token
export const mappedApiKey = [107, 57, 81, 122, 51, 109, 86, 55, 112, 50, 88, 119].map((code) => String.fromCharCode(code)).join(""); // expect: provider-token
export const bytesOfApiKey = Buffer.from([0x6b, 0x39, 0x51, 0x7a, 0x33, 0x6d, 0x56, 0x37, 0x70, 0x32, 0x58, 0x77]).toString(); // expect: provider-token
export const alphabet = String.fromCharCode(65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76); // silent: no key's name
export const letterOfKey = (index: number) => String.fromCharCode(65 + index); // silent: made of a number
export const magicKey = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]); // silent: how a picture begins
export const readKey = (bytes: number[]) => String.fromCharCode(...bytes); // silent: given
// Begun in one literal, ended in the next.
const begun = "k9Qz3mV7p2"; // expect: provider-token
export const begunApiKey = `${begun}XwLrTn`;
let addedToken = "k9Qz3mV7p2"; // expect: provider-token
addedToken += "Xw8Lr4Tn6b";
export const given = addedToken;
const folder = "reports";
export const folderKey = `${folder}-by-month`; // silent: words
const left = "k9Qz3mV7p2"; // expect: provider-token
const right = "Xw8Lr4Tn6b";
export const harbourApiKey = left + right;
