// https://www.better-auth.com/docs/concepts/api · https://www.better-auth.com/docs/concepts/session-management
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Better Auth",
  category: "auth",
  packages: ["better-auth"],
  clients: ["betterAuth()"],
  calls: {
    "api.signUpEmail|createUser|createOrganization|createApiKey|createInvitation|inviteMember|addMember|createTeam": {
      access: "write",
      operation: "insert",
      data: "$0.body",
    },
    "api.updateUser|changePassword|changeEmail|setPassword|setRole|banUser|unbanUser|updateOrganization|updateMemberRole|updateApiKey|setActiveOrganization":
      { access: "write", operation: "set", data: "$0.body" },
    "api.deleteUser|removeUser|revokeSession|revokeSessions|removeMember|deleteOrganization|deleteApiKey|cancelInvitation":
      {
        access: "write",
        operation: "delete",
        data: "$0.body",
      },
    "api.signInEmail|signInSocial|signInUsername|signOut|forgetPassword|requestPasswordReset|resetPassword|verifyEmail|sendVerificationEmail|acceptInvitation":
      { access: "call" },
    "api.listSessions|listUsers|listOrganizations|getFullOrganization|listApiKeys|listMembers|getInvitation": {
      access: "read",
    },
  },
  guards: {
    "**.api.getSession()|verifyApiKey()": { kind: "authentication", how: "returns" },
    "**.api.userHasPermission()|hasPermission()": { kind: "role", how: "returns" },
  },
});
