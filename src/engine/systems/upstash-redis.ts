// https://upstash.com/docs/redis/sdks/ts/overview
import { defineSystem } from "./define-system.ts";
import { redisCommand } from "./reading/redis-commands.ts";

export default defineSystem({
  title: "Upstash Redis",
  system: "redis",
  category: "cache",
  packages: ["@upstash/redis", "@vercel/kv"],
  clients: ["new Redis()", "Redis.fromEnv()", "createClient()", "kv", "default"],
  same: ["multi", "pipeline"],
  calls: { "**": redisCommand },
});
