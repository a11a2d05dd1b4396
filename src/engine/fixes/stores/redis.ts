/** ioredis. https://redis.io/docs/latest/commands/set/ */
import { importLine, inBlock, type Store, typed } from "./store.ts";

export const redisStore: Store = {
  via: ["ioredis"],
  client: (call) => /^([\w$.]+?)\.(?:multi\(|pipeline\(|\w+$)/.exec(call)?.[1],
  schema: () => ({
    table: "",
    edits: [],
    steps: [
      "Redis must keep these keys: check that its `maxmemory-policy` is `noeviction` and that persistence is on.",
    ],
  }),

  processOnce: ({ style }) => ({
    imports: importLine(style, "{ Redis }", "ioredis", "type"),
    client: `redis${typed(style, ": Redis")}`,
    claim: `const key = \`processed:\${source}:\${eventId}\`;
const taken = await redis.set(key, "busy", "EX", 5 * 60, "NX");
if (taken === null) {
  return { outcome: (await redis.get(key)) === "done" ? "duplicate" : "busy" };
}`,
    release: `await redis.del(key);`,
    complete: `await redis.set(key, "done", "EX", 30 * 24 * 60 * 60);`,
  }),

  idempotent: ({ style }) => ({
    imports: importLine(style, "{ Redis }", "ioredis", "type"),
    client: `redis${typed(style, ": Redis")}`,
    claim: (again) => `const name = \`idempotency:\${scope}:\${key}\`;
const taken = await redis.set(name, JSON.stringify({ fingerprint, status: null }), "EX", 5 * 60, "NX");
if (taken === null) {
  const stored = await redis.get(name);
  ${inBlock(again("stored === null ? undefined : JSON.parse(stored)"))}
}`,
    complete: `await redis.set(\`idempotency:\${scope}:\${key}\`, JSON.stringify({ fingerprint, status, body, type }), "EX", 24 * 60 * 60);`,
    release: `await redis.del(\`idempotency:\${scope}:\${key}\`);`,
  }),
};
