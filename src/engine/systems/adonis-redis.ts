// https://docs.adonisjs.com/guides/database/redis
import { defineSystem } from "./define-system.ts";
import { redisCommand } from "./reading/redis-commands.ts";

export default defineSystem({
  title: "AdonisJS Redis",
  system: "redis",
  category: "cache",
  packages: ["@adonisjs/redis/services/main", "@ioc:Adonis/Addons/Redis"],
  clients: ["default", ""],
  same: ["connection", "multi", "pipeline"],
  calls: { "**": redisCommand },
});
