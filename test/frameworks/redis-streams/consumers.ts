// file: r.ts
import Redis from 'ioredis';
import { createClient } from 'redis';
const redis = new Redis();
async function work() { while (true) { const res = await redis.xreadgroup('GROUP', 'g', 'c', 'BLOCK', 0, 'STREAMS', 'orders', '>'); for (const [, msgs] of res) for (const [id, f] of msgs) { await handle(f); await redis.xack('orders', 'g', id); } } } // entry: queue orders
async function handle(f: any) {}
work();
const sub = new Redis(); sub.subscribe('news', () => {}); sub.on('message', (channel, message) => {}); // entry: event news
const client = createClient(); await client.subscribe('chan', (message) => {}); // entry: event chan
