// Scripts of components are sent to browsers; Astro's front matter runs on the server, and templates are no code.

// file: src/Pay.vue
<template>
  <p>Don't paste "«sk_|live_|24»" here: it isn't safe.</p>
  <input placeholder="«sk_|live_|24»" />
</template>
<script type="application/json">{ "sample": "«sk_|live_|24»" }</script>
<script setup lang="ts">
const key = "«sk_|live_|24»"; // expect: client-exposed
const shown = "«pk_|live_|24»"; // silent: publishable
</script>
// file: src/routes/Pay.svelte
<script lang="ts">
  import { PUBLIC_SHOP } from "$env/static/public";
  const key = "«sk_|live_|24»"; // expect: client-exposed
  const shop = PUBLIC_SHOP; // silent: from the environment
</script>
<button>It's {key.length}</button>
// file: src/pages/pay.astro
---
import Stripe from "stripe";
const stripe = new Stripe(import.meta.env.STRIPE_SECRET_KEY); // silent: from the environment
---
<p>Don't look</p>
<script>
  const key = "«sk_|live_|24»"; // expect: client-exposed
</script>
