// file: wrangler.toml
r2_buckets = [{ binding = "FILES", bucket_name = "files-eu" }]
// file: src/index.ts
import { env } from "cloudflare:workers";

export default {
  async fetch(request: Request) {
    const known = await env.FILES.head("a.png"); // effect: read cloudflare-r2 files-eu, read
    if (!known) await env.FILES.put("a.png", request.body); // effect: write cloudflare-r2 files-eu, set
    await env.FILES.delete("b.png"); // effect: write cloudflare-r2 files-eu, delete
    return new Response("");
  },
};
