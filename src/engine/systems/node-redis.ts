// https://redis.io/docs/latest/develop/clients/nodejs/
import { defineSystem } from "./define-system.ts";
import { redisCommand } from "./reading/redis-commands.ts";

export default defineSystem({
  title: "node-redis",
  system: "redis",
  category: "cache",
  packages: ["redis", "@redis/client"],
  clients: ["createClient()", "createCluster()", "createClientPool()", "createSentinel()", "new RedisClientType()"],
  same: ["multi", "duplicate", "on", "connect", "withTypeMapping"],
  calls: { "**": redisCommand },
});
