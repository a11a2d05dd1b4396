// https://github.com/vvo/iron-session · https://lucia-auth.com · https://github.com/jaredhanson/connect-ensure-login · https://github.com/LionC/express-basic-auth · https://github.com/sergiodxa/remix-auth/tree/v3.7.0#readme · https://github.com/atinux/nuxt-auth-utils#server-utils
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";

const returns = { kind: "authentication", how: "returns" } as const;
const middleware = { kind: "authentication", how: "middleware" } as const;

export default defineSystem({
  title: "Sessions",
  category: "auth",
  packages: ["iron-session", "lucia", "connect-ensure-login", "basic-auth", "nuxt-auth-utils", "remix-auth"],
  clients: [],
  calls: {},
  guards: {
    "getIronSession()": returns,
    "new Lucia().validateSession()|validateSessionToken()": returns,
    "lucia().validateSession()|validateRequest()": returns,
    "lucia().handleRequest().validate()": returns,
    "requireUserSession()": { kind: "authentication", how: "throws" },
    "getUserSession()": returns,
    "ensureLoggedIn()": middleware,
    "default()|auth()": returns,
    // Who is not signed in is sent to the address it names; without one, the answer is no user.
    "new Authenticator().isAuthenticated()": (call: CallView): GuardDefinition =>
      call.at("$1.failureRedirect") ? { kind: "authentication", how: "throws" } : returns,
  },
});
