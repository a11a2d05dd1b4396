/** Every store, in the order they are preferred: a database keeps what a cache may forget. */
import { drizzleStore } from "./drizzle.ts";
import { knexStore } from "./knex.ts";
import { mongooseStore } from "./mongoose.ts";
import { pgStore } from "./pg.ts";
import { prismaStore } from "./prisma.ts";
import { redisStore } from "./redis.ts";
import { sequelizeStore } from "./sequelize.ts";
import type { Store } from "./store.ts";
import { typeormStore } from "./typeorm.ts";

export const stores: readonly Store[] = [
  prismaStore,
  drizzleStore,
  typeormStore,
  sequelizeStore,
  knexStore,
  mongooseStore,
  pgStore,
  redisStore,
];
