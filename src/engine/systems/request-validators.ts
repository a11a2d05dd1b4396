// https://express-validator.github.io/docs/ · https://github.com/arb/celebrate · https://hono.dev/docs/guides/validation
import { defineSystem } from "./define-system.ts";

const middleware = { kind: "validation", how: "middleware" } as const;

export default defineSystem({
  title: "Request validation",
  category: "observability",
  packages: [
    "express-validator",
    "celebrate",
    "zod-express",
    "zod-express-middleware",
    "express-zod-safe",
    "express-joi-validation",
    "express-openapi-validator",
    "express-json-validator-middleware",
    "koa-joi-router",
    "@hono/zod-validator",
    "@hono/valibot-validator",
    "@hono/standard-validator",
    "@hono/typebox-validator",
    "@hono/arktype-validator",
    "hono/validator",
    "hono-openapi",
  ],
  clients: [],
  calls: {},
  guards: {
    "validationResult()": { kind: "validation", how: "returns" },
    "validationResult().throw()": { kind: "validation", how: "throws" },
    "body()|param()|query()|header()|cookie()|check()|oneOf()|checkSchema()|checkExact().**": middleware,
    "celebrate()|validateRequest()|processRequest()|validateRequestBody()|validateRequestParams()|validateRequestQuery()|validate()":
      middleware,
    "createValidator().body()|query()|params()|headers()|fields()": middleware,
    "middleware()": middleware,
    "new Validator().validate()": middleware,
    "zValidator()|vValidator()|sValidator()|tbValidator()|arktypeValidator()|validator()": middleware,
  },
});
