// file: wrangler.jsonc
{ "name": "w", "main": "src/index.ts", "kv_namespaces": [{ "binding": "SESSIONS", "id": "1" }] /* one */ }
// file: src/index.ts
export default {
  async fetch(request: Request, env: { SESSIONS: KVNamespace }) {
    const seen = await env.SESSIONS.get("s:1"); // effect: read cloudflare-kv s:1, read
    await env.SESSIONS.put("s:1", "yes", { expirationTtl: 60 }); // effect: write cloudflare-kv s:1, set
    await env.SESSIONS.delete("s:2"); // effect: write cloudflare-kv s:2, delete
    return new Response(seen);
  },
};
