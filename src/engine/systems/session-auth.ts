// https://github.com/vvo/iron-session · https://lucia-auth.com · https://github.com/jaredhanson/connect-ensure-login · https://github.com/LionC/express-basic-auth · https://github.com/atinux/nuxt-auth-utils#server-utils
import { defineSystem } from "./define-system.ts";

const returns = { kind: "authentication", how: "returns" } as const;
const middleware = { kind: "authentication", how: "middleware" } as const;

export default defineSystem({
  title: "Sessions",
  category: "auth",
  packages: ["iron-session", "lucia", "connect-ensure-login", "basic-auth", "nuxt-auth-utils"],
  clients: [],
  calls: {},
  guards: {
    "getIronSession()": { ...returns, keyed: true },
    "new Lucia().validateSession()|validateSessionToken()": returns,
    "lucia().validateSession()|validateRequest()": returns,
    "lucia().handleRequest().validate()": returns,
    "requireUserSession()": { kind: "authentication", how: "throws" },
    "getUserSession()": returns,
    "ensureLoggedIn()": middleware,
    "default()|auth()": returns,
  },
});
