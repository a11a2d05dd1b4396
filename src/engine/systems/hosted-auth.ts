// https://supertokens.com/docs · https://docs.kinde.com/developer-tools/sdks/backend/nextjs-sdk/ · https://github.com/workos/authkit-nextjs · https://stytch.com/docs/api/session-auth
import { type CallView, defineSystem, type GuardDefinition } from "./define-system.ts";
import { isLiteral } from "./reading/terms.ts";

export default defineSystem({
  title: "Hosted authentication",
  category: "auth",
  packages: [
    "supertokens-node",
    "@kinde-oss/kinde-auth-nextjs",
    "@workos-inc/authkit-nextjs",
    "@workos-inc/node",
    "stytch",
    "@descope/node-sdk",
    "@logto/next",
    "@propelauth/express",
    "@propelauth/nextjs",
  ],
  clients: [],
  calls: {},
  guards: {
    "verifySession()": (call: CallView): GuardDefinition | undefined =>
      isLiteral(call.at("$0.sessionRequired"), false) ? undefined : { kind: "authentication", how: "middleware" },
    "**.getSession()": { kind: "authentication", how: "throws" },
    "getKindeServerSession().isAuthenticated()|getUser()|getPermission()": { kind: "authentication", how: "returns" },
    "withAuth()": { kind: "authentication", how: "returns" },
    "new Client()|new B2BClient().sessions.authenticate()|authenticateJwt()": { kind: "authentication", how: "throws" },
    "default().validateSession()|authenticate()": { kind: "authentication", how: "throws" },
    "getLogtoContext()": { kind: "authentication", how: "returns" },
    "initAuth().requireUser": { kind: "authentication", how: "middleware" },
    "initAuth().requireOrgMember()": { kind: "role", how: "middleware" },
    "new WorkOS().webhooks.constructEvent()": { kind: "signature", how: "throws" },
  },
});
