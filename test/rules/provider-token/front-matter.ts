// Front matter of Astro runs on the server: a key there is not sent to browsers, and stands in the code all the same.

// file: src/pages/pay.astro
---
import Stripe from "stripe";
const stripe = new Stripe("«sk_|live_|24»"); // expect: provider-token
---
<p>It's done</p>
