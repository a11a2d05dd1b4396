// https://clerk.com/docs/references/nextjs/auth · https://clerk.com/docs/references/express/require-auth · https://clerk.com/docs/references/backend/verify-webhook
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Clerk",
  category: "auth",
  packages: [
    "@clerk/nextjs",
    "@clerk/backend",
    "@clerk/express",
    "@clerk/fastify",
    "@clerk/hono",
    "@clerk/clerk-sdk-node",
    "@clerk/remix",
    "@clerk/astro",
    "@hono/clerk-auth",
  ],
  clients: ["clerkClient", "clerkClient()", "createClerkClient()", "default"],
  // https://clerk.com/docs/users/metadata#unsafe-metadata
  writtenByUser: ["unsafeMetadata"],
  calls: {
    "*.create|createUser|createOrganization|createInvitation|createOrganizationInvitation|createOrganizationMembership|createPhoneNumber|createEmailAddress":
      { access: "write", operation: "insert", target: "$*", data: "$0" },
    "*.updateUser|updateUserMetadata|updateOrganization|updateOrganizationMetadata|updateOrganizationMembership|banUser|unbanUser|lockUser":
      { access: "write", operation: "set", target: "$*", where: "$0", data: "$1" },
    "*.deleteUser|deleteOrganization|deleteOrganizationMembership|revokeInvitation|revokeSession|revokeOrganizationInvitation":
      {
        access: "write",
        operation: "delete",
        target: "$*",
        where: "$0",
      },
    "*.getUser|getUserList|getCount|getOrganization|getOrganizationList|getOrganizationMembershipList|getUserOauthAccessToken|getSession|getSessionList":
      { access: "read", target: "$*" },
  },
  guards: {
    "auth.protect()": { kind: "authentication", how: "throws" },
    "auth().protect()": { kind: "authentication", how: "throws" },
    "auth()|getAuth()|currentUser()": { kind: "authentication", how: "returns" },
    "auth().has()": { kind: "role", how: "returns" },
    "getAuth().has()": { kind: "role", how: "returns" },
    "requireAuth()|ClerkExpressRequireAuth()": { kind: "authentication", how: "middleware" },
    requireAuth: { kind: "authentication", how: "middleware" },
    "verifyToken()": { kind: "authentication", how: "throws" },
    "**.authenticateRequest()": { kind: "authentication", how: "returns" },
    "verifyWebhook()": { kind: "signature", how: "throws" },
  },
});
