// https://developers.cloudflare.com/workers/runtime-apis/handlers/ · https://developers.cloudflare.com/workflows/build/workers-api/

// file: wrangler.jsonc
{ "name": "w", "main": "src/index.ts", "triggers": { "crons": ["*/3 * * * *", "0 15 1 * *"] }, "queues": { "consumers": [{ "queue": "my-queue", "max_retries": 5 }], "producers": [{ "queue": "my-queue", "binding": "MY_QUEUE" }] }, "d1_databases": [{ "binding": "DB", "database_name": "prod" }], "kv_namespaces": [{ "binding": "KV", "id": "x" }], "r2_buckets": [{ "binding": "BUCKET", "bucket_name": "b" }], "workflows": [{ "name": "wf", "binding": "WF", "class_name": "MyWorkflow" }], "durable_objects": { "bindings": [{ "name": "COUNTER", "class_name": "Counter" }] } }
// file: src/index.ts
import { WorkflowEntrypoint, WorkflowEvent, WorkflowStep, DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
export default {
  async fetch(request, env, ctx): Promise<Response> {
    const url = new URL(request.url);
    if (request.method === 'GET' && url.pathname === '/items') { // entry: GET /items
      const { results } = await env.DB.prepare('SELECT * FROM items WHERE id = ?').bind(1).all(); // effect: read cloudflare-d1 items, read
      return Response.json(results);
    }
    if (request.method === 'POST' && url.pathname === '/items') { // entry: POST /items
      await env.DB.prepare('INSERT INTO items (a) VALUES (?1)').bind(2).run(); // effect: write cloudflare-d1 items, insert
      await env.DB.batch([env.DB.prepare('UPDATE items SET a = 1')]); // effect: write cloudflare-d1 items, set
      await env.KV.put('k', 'v', { expirationTtl: 60 }); // effect: write cloudflare-kv k, set
      await env.BUCKET.put('k', request.body); // effect: write cloudflare-r2 b, set
      await env.MY_QUEUE.send({ a: 1 }); // effect: publish cloudflare-queues my-queue
      await env.MY_QUEUE.sendBatch([{ body: 1 }]); // effect: publish cloudflare-queues my-queue
      await env.WF.create({ id: 'x', params: {} }); // effect: publish cloudflare-workflows wf
      const stub = env.COUNTER.get(env.COUNTER.idFromName('a')); await stub.increment();
      return new Response('ok');
    }
    return new Response('no', { status: 404 });
  },
  async scheduled(controller, env, ctx) { ctx.waitUntil(Promise.resolve()); switch (controller.cron) { case '*/3 * * * *': break; case '0 15 1 * *': break; } }, // entry: schedule */3 * * * * // entry: schedule 0 15 1 * *
  async queue(batch, env): Promise<void> { for (const m of batch.messages) { m.ack(); } }, // entry: queue my-queue
  async email(message, env, ctx) { await message.forward('x'); }, // entry: event email
} satisfies ExportedHandler<Env>;
export class MyWorkflow extends WorkflowEntrypoint<Env, {}> { async run(event: WorkflowEvent<{}>, step: WorkflowStep) { await step.do('a', async () => { await this.env.DB.prepare('DELETE FROM old').run(); }); } } // entry: queue wf // effect: write cloudflare-d1 old, delete
export class Counter extends DurableObject { async increment() { return 1; } async alarm() {} async fetch(r: Request) { return new Response(); } }
// file: functions/api/[id].ts
export const onRequestGet: PagesFunction = async (context) => new Response(context.params.id); // entry: GET /api/:id
export async function onRequestPost(context) { return new Response(); } // entry: POST /api/:id
export async function onRequest(context) { return new Response(); } // entry: ALL /api/:id
// file: functions/users/[[path]].js
export const onRequest = [async (c) => c.next(), (c) => new Response()]; // entry: ALL /users/:path*
