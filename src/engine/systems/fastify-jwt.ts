// https://github.com/fastify/fastify-jwt#fastifyjwtdecodetoken-options
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "@fastify/jwt",
  category: "auth",
  packages: ["@fastify/jwt", "fastify-jwt", "fastify"],
  clients: [],
  calls: {},
  decodes: ["decode()", "**.jwt|new JWT().decode()"],
});
