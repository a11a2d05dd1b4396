// https://github.com/node-oauth/express-oauth-server#quick-start · https://github.com/oauthjs/koa-oauth-server#quick-start
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "OAuth server (Express, Koa)",
  category: "auth",
  packages: [
    "express-oauth-server",
    "@node-oauth/express-oauth-server",
    "koa-oauth-server",
    "@node-oauth/koa-oauth-server",
  ],
  clients: [],
  calls: {},
  guards: {
    "new default()|new OAuthServer()|new ExpressOAuthServer().authenticate()": {
      kind: "authentication",
      how: "middleware",
    },
  },
});
