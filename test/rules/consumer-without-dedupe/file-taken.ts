// file: wrangler.toml
[[queues.consumers]]
queue = "imports"
[[d1_databases]]
binding = "DB"
database_name = "shop"
[[r2_buckets]]
binding = "FILES"
bucket_name = "files"
// file: src/index.ts
export default {
  async queue(batch, env) { // expect: consumer-without-dedupe
    for (const message of batch.messages) {
      // Nothing holds the count and the file together: a stop in between finds the file again.
      const file = await env.FILES.get(message.body.key);
      if (!file) continue;
      const lines = (await file.text()).split("\n");
      await env.DB.prepare("UPDATE shops SET goods = goods + ?2 WHERE id = ?1").bind(message.body.shop, lines.length).run();
      await env.FILES.delete(message.body.key);
    }
  },
};
