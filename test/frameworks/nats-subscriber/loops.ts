// file: n.ts
import { connect, StringCodec, JSONCodec } from 'nats';
const nc = await connect({ servers: 'x' });
const sub = nc.subscribe('orders.created');
(async () => { for await (const m of sub) { handle(m); } })(); // entry: event orders.created
nc.subscribe('help', { callback: (err, msg) => { msg.respond(); } }); // entry: event help
async function handle(m: any) { await fetch('https://x.example/' + m.subject, { method: 'POST' }); }
nc.publish('time', 'x');
const s2 = nc.subscribe('loop'); for await (const m of s2) { console.log(m); }
