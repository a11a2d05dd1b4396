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
