// https://github.com/auth0/nextjs-auth0/blob/main/EXAMPLES.md · https://auth0.github.io/express-oauth2-jwt-bearer/ · https://auth0.github.io/express-openid-connect/
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Auth0",
  category: "auth",
  packages: ["@auth0/nextjs-auth0", "auth0", "@auth0/auth0-fastify-api"],
  clients: ["new ManagementClient()", "new AuthenticationClient()"],
  // https://auth0.com/docs/manage-users/user-accounts/metadata
  writtenByUser: ["user_metadata"],
  calls: {
    "*.create": { access: "write", operation: "insert", target: "$*", data: "$0" },
    "*.update": { access: "write", operation: "set", target: "$*", where: "$0", data: "$1" },
    "*.delete": { access: "write", operation: "delete", target: "$*", where: "$0" },
    "*.get|getAll|list": { access: "read", target: "$*" },
    "jobs|tickets.verifyEmail|changePassword": { access: "call", operation: "send" },
    "oauth|database|passwordless.*": { access: "call" },
  },
  guards: {
    "getSession()|getAccessToken()": { kind: "authentication", how: "returns" },
    "new Auth0Client()|initAuth0().getSession()": { kind: "authentication", how: "returns" },
    "new Auth0Client()|initAuth0().getAccessToken()": { kind: "authentication", how: "throws" },
    "withApiAuthRequired()|withPageAuthRequired()": { kind: "authentication", how: "wraps" },
    "new Auth0Client()|initAuth0().withApiAuthRequired()|withPageAuthRequired()": {
      kind: "authentication",
      how: "wraps",
    },
  },
});
