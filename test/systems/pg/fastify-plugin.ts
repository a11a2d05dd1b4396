// https://github.com/fastify/fastify-postgres
import postgres from "@fastify/postgres";
import Fastify from "fastify";

const fastify = Fastify();
fastify.register(postgres, { connectionString: process.env.DATABASE_URL });
fastify.get("/boats", async () => {
  const { rows } = await fastify.pg.query("SELECT id FROM boats"); // effect: read postgres boats, read
  return rows;
});
