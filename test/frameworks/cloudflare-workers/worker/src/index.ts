interface Env {
  DB: unknown;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> { // entry: POST /*
    if (request.method === "POST") return new Response("made", { status: 201 });
    return new Response("no", { status: 405 });
  },
  async queue(batch: MessageBatch, env: Env) { // entry: queue receipts
    for (const message of batch.messages) message.ack();
  },
  async scheduled(controller: ScheduledController, env: Env) {}, // entry: schedule 0 5 * * *
} satisfies ExportedHandler<Env>;
