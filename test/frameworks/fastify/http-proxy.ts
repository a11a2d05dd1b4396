// What a gateway hands on, with what it asks ahead.
import Fastify from "fastify";
import httpProxy from "@fastify/http-proxy";

const app = Fastify();

async function login(request, reply) {
  if (request.headers.authorization !== `Bearer ${process.env.TOKEN}`) return reply.code(401).send({}); // guard: authentication login
}

app.register(httpProxy, { upstream: "http://orders:4001", prefix: "/orders", preHandler: login }); // entry: ALL /orders/*
app.register(httpProxy, { upstream: "http://rates:4002", prefix: "/rates" }); // entry: ALL /rates/*
