// file: src/hooks/signed-in.ts
import jwt from "jsonwebtoken";
import { Failure } from "../failure.js";

export const signedIn = async (request: any, reply: any) => {
  const header = request.headers.authorization;
  if (!header) throw new Error("no token");
  jwt.verify(header.split(" ")[1], process.env.TOKEN_KEY, (error: any, decoded: any) => {
    if (error) {
      Failure.answer(reply, "expired", 401);
    }
    request.user = { id: decoded.id, role: decoded.role };
  });
};
// file: src/hooks/looked-at.ts
import jwt from "jsonwebtoken";

export const lookedAt = async (request: any) => {
  jwt.verify(request.headers.authorization ?? "", process.env.TOKEN_KEY, (error: any, decoded: any) => {
    if (error) console.log(error);
    else request.user = { id: decoded.id };
  });
};
// file: src/failure.ts
export class Failure {
  static answer(reply: any, message: string, status = 400) {
    reply.status(status).send({ message });
    return;
  }
}
// file: src/routes/addresses.ts
import type { FastifyInstance } from "fastify";
import { lookedAt } from "../hooks/looked-at.js";
import { signedIn } from "../hooks/signed-in.js";
import { pool } from "../pool.js";

export default async function addresses(fastify: FastifyInstance) {
  fastify.post("/", { onRequest: fastify.auth([signedIn]) }, async (request) => {
    await pool.query("INSERT INTO orders (user_id) VALUES ($1)", [request.user.id]); // silent: the callback answers 401, and nothing runs later
    return {};
  });
  // expect: missing-authentication
  fastify.delete("/left", { onRequest: fastify.auth([lookedAt]) }, async (request) => {
    await pool.query("DELETE FROM orders WHERE state = $1", ["left"]);
    return {};
  });
}
// file: src/pool.ts
import pg from "pg";

export const pool = new pg.Pool();
// file: src/app.ts
import Fastify from "fastify";
import addresses from "./routes/addresses.js";

const app = Fastify();
app.register(import("@fastify/auth"));
app.register(addresses, { prefix: "/addresses" });
