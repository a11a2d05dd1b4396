// file: wrangler.toml
[[analytics_engine_datasets]]
binding = "CALLS"
dataset = "calls"
// file: src/index.ts
export default {
  async fetch(request: Request, env) {
    env.CALLS.writeDataPoint({ blobs: ["a"] }); // effect: call cloudflare-analytics
    return new Response("");
  },
};
