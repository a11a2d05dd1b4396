/** The services of the lab: what each is made of, and which entry points it has. */
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import { pushDrizzleTables } from "./drizzle-tools.ts";
import { mongoDouble } from "./mongo-double.ts";
import { packageMissing } from "./packages.ts";
import { applyPlainMigrations, applySqlMigrations, generatePrismaClient } from "./prisma-tools.ts";
import { mongoProbe, prismaNames, redisProbe, sqlProbe } from "./probes.ts";
import { redisMissing, startRedis } from "./redis-server.ts";
import type { Probe } from "./scenarios.ts";

export interface LabService {
  /** Below `services/`. */
  readonly folder: string;
  readonly framework: string;
  readonly store: string;
  /** Labels of its entry points that scenarios are about. */
  readonly scenarios: readonly string[];
  /** One of each framework is played by `npm test`, all of them by `npm run lab`. */
  readonly always?: true;
  /** Prefix of all its paths: `/api`. */
  readonly below?: string;
  /** Rules that say nothing about this service: what it holds has no tables, what it is called by no address. */
  readonly silent?: readonly string[];
  /** Why it cannot run on this machine; false where it can. */
  missing(): string | false;
  /** After copying, and after every change of its files. */
  prepare?(folder: string): Promise<void>;
  /** Brings an empty database to what the files say, where the service does not do so itself when it starts. */
  migrate?(postgres: EmbeddedPostgres, folder: string): Promise<void>;
  environment?(): Promise<Record<string, string>>;
  probe(postgres: EmbeddedPostgres): Probe | Promise<Probe>;
}

const whole = [
  "POST /orders/:id/pay",
  "POST /donations",
  "POST /orders",
  "POST /webhooks/stripe",
  "POST /hooks/shipping",
  "queue receipts",
  "DELETE /admin/users/:id",
  "GET /admin/reports/sales",
  "GET /admin/reports/customers",
  "POST /users",
];

const all = [...whole, "POST /orders/:id/close", "GET /orders/:id", "POST /points/spend"];

/** What only one service has: the same in all frameworks. */
const account = ["DELETE /me", "POST /orders/:id/cancel", "POST /jobs/close-orders", "POST /orders/:id/reopen"];

/** Secrets, by the file they stand in. */
const secrets = ["src/vouchers.ts", "src/exports.ts", "src/sign-in.ts", "src/server/shipping.ts"];

const events = ["POST /webhooks/stripe", "POST /hooks/shipping", "queue receipts"];

export const labServices: readonly LabService[] = [
  {
    folder: "express-pg",
    always: true,
    framework: "express",
    store: "pg",
    scenarios: [
      ...all,
      "POST /webhooks/stripe/refunds",
      "POST /orders/:id/bill",
      "POST /orders/:id/favourite",
      "POST /reviews",
      ...account,
      ...secrets,
    ],
    environment: async () => ({ VITE_SHIPPING_API_SECRET: "of the carrier" }),
    missing: () => false,
    probe: sqlProbe,
  },
  {
    folder: "express-prisma",
    framework: "express",
    store: "prisma",
    scenarios: [...all, "POST /webhooks/stripe/refunds", "POST /orders/:id/bill", "POST /orders/:id/favourite"],
    missing: () => packageMissing("prisma"),
    prepare: generatePrismaClient,
    migrate: applySqlMigrations,
    probe: (postgres) => sqlProbe(postgres, prismaNames),
  },
  {
    folder: "express-drizzle",
    framework: "express",
    store: "drizzle",
    scenarios: events,
    missing: () => packageMissing("drizzle-orm"),
    migrate: pushDrizzleTables,
    probe: sqlProbe,
  },
  {
    folder: "express-knex",
    framework: "express",
    store: "knex",
    scenarios: events,
    missing: () => packageMissing("knex"),
    probe: sqlProbe,
  },
  {
    folder: "express-sequelize",
    framework: "express",
    store: "sequelize",
    scenarios: events,
    missing: () => packageMissing("sequelize"),
    migrate: applyPlainMigrations,
    probe: sqlProbe,
  },
  {
    folder: "express-typeorm",
    framework: "express",
    store: "typeorm",
    scenarios: events,
    missing: () => packageMissing("typeorm"),
    migrate: applyPlainMigrations,
    probe: sqlProbe,
  },
  {
    folder: "fastify-pg",
    always: true,
    framework: "fastify",
    store: "pg",
    scenarios: [...all, "POST /reviews"],
    missing: () => packageMissing("fastify"),
    probe: sqlProbe,
  },
  {
    folder: "hono-drizzle",
    always: true,
    framework: "hono",
    store: "drizzle",
    scenarios: [...all, "POST /webhooks/stripe/refunds", "POST /orders/:id/favourite", "POST /reviews"],
    missing: () => packageMissing("hono"),
    migrate: pushDrizzleTables,
    probe: sqlProbe,
  },
  {
    folder: "koa-knex",
    always: true,
    framework: "koa",
    store: "knex",
    scenarios: [...all, "POST /orders/:id/bill", "POST /orders/:id/favourite", "POST /reviews"],
    missing: () => packageMissing("koa"),
    probe: sqlProbe,
  },
  {
    folder: "nest-typeorm",
    always: true,
    framework: "nestjs",
    store: "typeorm",
    scenarios: [...all, "POST /reviews"],
    missing: () => packageMissing("@nestjs/core"),
    environment: async () => ({ LAB_DECORATORS: "1" }),
    migrate: applyPlainMigrations,
    probe: sqlProbe,
  },
  {
    folder: "next-prisma",
    always: true,
    framework: "nextjs",
    store: "prisma",
    scenarios: [...all, "POST /webhooks/stripe/refunds"],
    below: "/api",
    missing: () => packageMissing("prisma"),
    prepare: generatePrismaClient,
    migrate: applySqlMigrations,
    probe: (postgres) => sqlProbe(postgres, prismaNames),
  },
  {
    folder: "trpc-pg",
    always: true,
    framework: "trpc",
    store: "pg",
    scenarios: ["MUTATION orders.create", "MUTATION admin.removeUser"],
    silent: ["access/missing-role"],
    missing: () => packageMissing("@trpc/server"),
    probe: sqlProbe,
  },
  {
    folder: "pages-pg",
    always: true,
    framework: "nextjs (pages)",
    store: "pg",
    scenarios: ["POST /orders", "POST /reviews"],
    below: "/api",
    missing: () => packageMissing("joi"),
    probe: sqlProbe,
  },
  {
    folder: "express-mongoose",
    always: true,
    framework: "express",
    store: "mongoose",
    scenarios: [...all, "POST /orders/:id/favourite"],
    missing: () => packageMissing("mongoose"),
    environment: async () => ({ MONGO_URL: (await mongoDouble()).url }),
    probe: async () => mongoProbe((await mongoDouble()).store),
  },
  {
    folder: "express-ioredis",
    framework: "express",
    store: "ioredis",
    scenarios: whole,
    silent: [
      "idempotency/unguarded-create",
      "access/missing-role",
      "access/missing-authentication",
      "access/role-from-request",
    ],
    missing: redisMissing,
    environment: async () => ({ REDIS_URL: (await startRedis()).url }),
    probe: async () => redisProbe((await startRedis()).url),
  },
];
