// https://auth0.github.io/express-openid-connect/ · authRequired is true unless set to false
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "express-openid-connect",
  category: "auth",
  packages: ["express-openid-connect"],
  clients: [],
  calls: {},
  guards: {
    "auth()": (call: CallView): GuardDefinition | undefined =>
      isLiteral(call.at("$0.authRequired"), false) ? undefined : { kind: "authentication", how: "middleware" },
    "requiresAuth()": { kind: "authentication", how: "middleware" },
    "claimEquals()|claimIncludes()|claimCheck()": { kind: "role", how: "middleware" },
  },
});
