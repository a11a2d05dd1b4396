// Handlers find the instance in `this` and in `request.server`, with what was put on it and what plugins give it.
import mongodb from "@fastify/mongodb";
import redis from "@fastify/redis";
import fp from "fastify-plugin";
import Fastify, { type FastifyRequest } from "fastify";
import { Pool } from "pg";

const app = Fastify();
app.register(
  fp(async (instance) => {
    instance.decorate("db", new Pool());
  }),
);
app.register(mongodb, { url: process.env.MONGO_URL });
app.register(redis, { namespace: "cache", host: "localhost" });

async function moons(request: FastifyRequest) {
  return request.server.db.query("SELECT * FROM moons"); // effect: read postgres moons, read, safe, from GET /moons
}

app.get("/tides", async function () { // entry: GET /tides
  return this.db.query("SELECT * FROM tides"); // effect: read postgres tides, read, safe, from GET /tides
});
app.get("/moons", moons); // entry: GET /moons
app.get("/winds", async (request, reply) => reply.server.mongo.db.collection("winds").findOne({})); // entry: GET /winds // effect: read mongodb winds, read, safe, from GET /winds
app.get("/stars", async () => app.redis.cache.get("stars")); // entry: GET /stars // effect: read redis stars, read, safe, from GET /stars
