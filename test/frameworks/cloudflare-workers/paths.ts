// file: wrangler.toml
name = "w"
main = "src/index.ts"
[triggers]
crons = ["*/5 * * * *"]
[[queues.consumers]]
queue = "my-queue"
max_retries = 3
// file: src/index.ts
export default {
  async fetch(request: Request, env: any, ctx: any) { const url = new URL(request.url); if (url.pathname === '/api/x' && request.method === 'POST') return new Response('x'); return new Response('y'); }, // entry: POST /api/x
  async scheduled(controller, env, ctx) {}, // entry: schedule */5 * * * *
  async queue(batch, env) { for (const m of batch.messages) m.ack(); }, // entry: queue my-queue
  async email(message, env) {}, // entry: event email
};
