// https://github.com/LionC/express-basic-auth · https://hono.dev/docs/middleware/builtin/bearer-auth · https://www.keycloak.org/securing-apps/nodejs-adapter
import { defineSystem } from "./define-system.ts";

const middleware = { kind: "authentication", how: "middleware" } as const;

export default defineSystem({
  title: "Basic and bearer authentication",
  category: "auth",
  packages: [
    "express-basic-auth",
    "koa-basic-auth",
    "hono/basic-auth",
    "hono/bearer-auth",
    "hono/jwt",
    "hono/jwk",
    "keycloak-connect",
    "express-bearer-auth",
    "@feathersjs/authentication",
  ],
  clients: [],
  calls: {},
  // https://hono.dev/docs/helpers/jwt#decode
  decodes: ["decode()"],
  guards: {
    "default()|basicAuth()|bearerAuth()|jwt()|jwk()": middleware,
    // https://feathersjs.com/api/authentication/hook
    "authenticate()|hooks.authenticate()": middleware,
    "verify()": { kind: "authentication", how: "throws", keyed: true },
    "new default().protect()|enforcer()": middleware,
  },
});
