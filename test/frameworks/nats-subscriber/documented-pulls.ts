// https://github.com/nats-io/nats.js/blob/main/jetstream/README.md

// file: a.ts
import { connect, StringCodec } from "nats";
const nc = await connect({ servers: "demo.nats.io:4222" });
const sub = nc.subscribe("hello");
(async () => { for await (const m of sub) { await fetch("https://x.test/" + m.subject, { method: "POST" }); } })(); // entry: event hello
// file: b.ts
import { connect, StringCodec } from "nats";
async function main() { const nc = await connect({ servers: "demo.nats.io:4222" });
const sub = nc.subscribe("hello2");
(async () => { for await (const m of sub) { await fetch("https://x.test/" + m.subject, { method: "POST" }); } })(); // entry: event hello2
}
main();
// file: c.ts
import { connect, StringCodec } from "nats";
const nc = await connect({ servers: "demo.nats.io:4222" });
const sub = nc.subscribe("hello3");
async function go() { for await (const m of sub) { await fetch("https://x.test/" + m.subject, { method: "POST" }); } } // entry: event hello3
go();
// file: d.ts
import { connect } from "nats";
const nc = await connect({});
const js = nc.jetstream();
const c = await js.consumers.get("stream", "consumer");
const messages = await c.consume();
async function pull() { for await (const m of messages) { await fetch("https://x.test/", { method: "POST" }); m.ack(); } } // entry: queue consumer
pull();
// file: e.ts
import { connect } from "@nats-io/transport-node";
import { jetstream } from "@nats-io/jetstream";
async function main() {
const nc = await connect({});
const js = jetstream(nc);
const cons = await js.consumers.get("EVENTS", "worker");
await cons.consume({ callback: (m) => { m.ack(); } }); // entry: queue worker
}
main();
