// https://redis.github.io/ioredis/classes/Redis.html
import { defineSystem } from "./define-system.ts";
import { redisCommand } from "./reading/redis-commands.ts";

export default defineSystem({
  title: "ioredis",
  system: "redis",
  category: "cache",
  packages: ["ioredis", "iovalkey"],
  clients: ["new default()", "new Redis()", "new Cluster()"],
  same: ["multi", "pipeline", "duplicate"],
  calls: { "**": redisCommand },
});
