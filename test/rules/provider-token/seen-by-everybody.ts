// What pages carry, what entries are found by, what descriptions show: nothing opens with it.
import Bugsnag from "@bugsnag/js";

Bugsnag.start({ apiKey: "«32h»" }); // silent: errors are sent with it, and nothing is read
// file: src/logo.ts
export const logo = (site: string) => `https://img.logos.io/${site}?token=pk_«22»&size=60`; // silent: publishable
export const report = (site: string) => `https://img.logos.io/${site}?token=«32»&size=60`; // expect: provider-token
// file: src/entry.ts
const entry = { key: "«20»", value: 3 }; // silent: what the entry is found by
export const use = () => call(entry);
// file: src/description.ts
export const schema = {
  url: { example: "https://app.shop.io/api/download?token=4ad81bf4-5c1e-4ee6-9c51-7fb2d1f0a1b2&secret_key=«32»" }, // silent: what the description shows
  link: { fetched: "https://app.shop.io/api/download?secret_key=«32»" }, // expect: provider-token
};
// file: charts/values.yaml
## Login of another service:
##   clientSecret: «12» # silent: two sharps describe
##   apiToken: «40» # expect: provider-token
clientSecret: «40» # expect: provider-token
replicas: 2

## Example:
##   clientSecret: «40» # silent: an example
// file: render.yaml
services:
  - envVars:
      - key: GOOGLE_MAPS_API_KEY
        value: «AIza|35» # silent: maps show it
      - key: GOOGLE_SERVER_KEY
        value: «AIza|35» # expect: provider-token
      - key: CHATWOOT_SDK_TOKEN
        value: «24» # silent: the page shows it
// file: src/keys.service.ts
/**
 * Makes a key.
 *
 * @example
 * const made = await keys.make("main");
 * {
 *   apiKey: "9c4e17fa0b5d46c2a8e3f1704d2b96aa",
 * }
 */
export const make = () => keys.make(); // silent: the comment shows what is made
/**
 * Makes another.
 *
 * @example
 * const made = await keys.another();
 * @Injectable()
 * apiKey: "9c4e17fa0b5d46c2a8e3f1704d2b96aa"
 * @remarks
 * apiKey: "9c4e17fa0b5d46c2a8e3f1704d2b96ab" // expect: provider-token
 */
export const another = () => keys.another();
/**
 * Ask admin@example.com.
 * apiKey: "9c4e17fa0b5d46c2a8e3f1704d2b96ac" // expect: provider-token
 */
export const asked = () => keys.asked();
/**
 * The old one.
 * apiKey: "9c4e17fa0b5d46c2a8e3f1704d2b96aa" // expect: provider-token
 */
export const old = 1;
// file: src/contract.ts
export const contract = { poolKey: "0x«64h»" }; // silent: names a pool of a chain
export const wallet = { deployerKey: "0x«64h»" }; // expect: provider-token
// file: Dockerfile
ENV YARN_KEY=6A010C5166006599AA17F08146C2A4D3B9E0F7C1 # silent: a fingerprint
// file: src/selectors.ts
export const selectors = { password: "#user_password_1", token: ".token-input-2" }; // silent: where a page has it
// file: src/called-secret.ts
export const settings = {
  stripeSecretKey: "pk_«22»", // expect: provider-token
  stripePublicKey: "pk_«22»", // silent: publishable
  stripeKeySecret: "«pk_|live_|24»", // silent: Stripe's publishable key, whatever it is called
};
