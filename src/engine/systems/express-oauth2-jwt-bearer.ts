// https://auth0.github.io/node-oauth2-jwt-bearer/
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "express-oauth2-jwt-bearer",
  category: "auth",
  packages: ["express-oauth2-jwt-bearer"],
  clients: [],
  calls: {},
  guards: {
    "auth()": (call: CallView): GuardDefinition | undefined =>
      isLiteral(call.at("$0.authRequired"), false) ? undefined : { kind: "authentication", how: "middleware" },
    "requiredScopes()|claimEquals()|claimIncludes()|claimCheck()|scopeIncludesAny()": {
      kind: "role",
      how: "middleware",
    },
  },
});
