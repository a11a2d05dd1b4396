import createKnex from "knex";

export const knex = createKnex({
  client: "pg",
  connection: process.env.DATABASE_URL!,
  migrations: { directory: new URL("../migrations", import.meta.url).pathname },
});
