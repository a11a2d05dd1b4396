// https://express-rate-limit.mintlify.app · https://github.com/animir/node-rate-limiter-flexible · https://upstash.com/docs/redis/sdks/ratelimit-ts/overview
import { defineSystem } from "./define-system.ts";

const middleware = { kind: "rateLimit", how: "middleware" } as const;

export default defineSystem({
  title: "Rate limits",
  category: "cache",
  packages: [
    "express-rate-limit",
    "express-slow-down",
    "express-brute",
    "koa-ratelimit",
    "koa2-ratelimit",
    "hono-rate-limiter",
    "rate-limiter-flexible",
    "@upstash/ratelimit",
    "@nestjs/throttler",
    "@arcjet/next",
    "@arcjet/node",
    "@unkey/ratelimit",
  ],
  clients: [],
  calls: {},
  guards: {
    "default()|rateLimit()|slowDown()|rateLimiter()": middleware,
    "RateLimit.middleware()": middleware,
    "new default().prevent": middleware,
    ThrottlerGuard: middleware,
    "new RateLimiterMemory()|new RateLimiterRedis()|new RateLimiterPostgres()|new RateLimiterMongo()|new RateLimiterMySQL()|new RateLimiterCluster()|new RateLimiterPrisma()|new RateLimiterDrizzle()|new RateLimiterDynamo()|new RateLimiterMemcache()|new BurstyRateLimiter()|new RateLimiterUnion().consume()":
      { kind: "rateLimit", how: "throws" },
    "new Ratelimit().limit()|blockUntilReady()": { kind: "rateLimit", how: "returns" },
    "default().protect()": { kind: "rateLimit", how: "returns" },
  },
});
