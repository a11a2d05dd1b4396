/** Every store, in the order they are preferred: a database keeps what a cache may forget. */
import { pgStore } from "./pg.ts";
import { prismaStore } from "./prisma.ts";
import { redisStore } from "./redis.ts";
import type { Store } from "./store.ts";

export const stores: readonly Store[] = [prismaStore, pgStore, redisStore];
