const kv = await Deno.openKv();

kv.listenQueue(async (message: { id: string }) => { // entry: queue kv
  await kv.set(["receipts", message.id], message); // effect: write deno-kv receipts, set
});

Deno.serve(async (request) => { // entry: ALL /*
  const order = await request.json();
  const known = await kv.get(["orders", order.id]); // effect: read deno-kv orders
  if (known.value) return new Response("known");
  await kv.atomic().check({ key: ["orders", order.id], versionstamp: null }).set(["orders", order.id], order).commit(); // effect: write deno-kv, upsert
  await kv.enqueue({ id: order.id }); // effect: publish deno-kv kv, publish
  await kv.delete(["carts", order.user]); // effect: write deno-kv carts, delete
  return new Response("made");
});
