// https://oauth2-server.readthedocs.io/en/latest/api/oauth2-server.html#authenticate-request-response-options-callback
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "oauth2-server",
  category: "auth",
  packages: ["oauth2-server", "@node-oauth/oauth2-server"],
  clients: [],
  calls: {},
  guards: {
    "new default()|new OAuth2Server()|new OAuthServer().authenticate()": { kind: "authentication", how: "throws" },
  },
});
