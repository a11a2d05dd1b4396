// https://github.com/auth0/express-jwt · https://github.com/koajs/jwt · https://github.com/auth0/express-jwt-authz
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { isLiteral } from "./reading/terms.ts";

/** `credentialsRequired: false` (Koa: `passthrough: true`) lets everybody in. */
function token(call: CallView): GuardDefinition | undefined {
  const open = isLiteral(call.at("$0.credentialsRequired"), false) || isLiteral(call.at("$0.passthrough"), true);
  return open ? undefined : { kind: "authentication", how: "middleware" };
}

export default defineSystem({
  title: "express-jwt",
  category: "auth",
  packages: [
    "express-jwt",
    "koa-jwt",
    "restify-jwt",
    "restify-jwt-community",
    "express-jwt-authz",
    "express-jwt-permissions",
  ],
  clients: [],
  calls: {},
  guards: {
    "expressjwt()|default()|jwt()": (call) => (isPermissions(call) ? { kind: "role", how: "middleware" } : token(call)),
    // express-jwt-permissions: guard().check("admin")
    "default().check()": { kind: "role", how: "middleware" },
  },
});

function isPermissions(call: CallView): boolean {
  return call.client.kind === "external" && call.client.package === "express-jwt-authz";
}
