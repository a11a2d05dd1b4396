// https://labs.convex.dev/auth/authz · https://convex-better-auth.netlify.app/basic-usage/authorization
import { defineSystem } from "./define-system.ts";

export default defineSystem({
  title: "Convex Auth",
  category: "auth",
  packages: ["@convex-dev/auth", "@convex-dev/better-auth", "@convex-dev/workos"],
  clients: [],
  calls: {},
  guards: {
    "getAuthUserId()|getAuthSessionId()": { kind: "authentication", how: "returns" },
    "convexAuth().auth.getUserId()|getSessionId()": { kind: "authentication", how: "returns" },
    "createClient().getAuthUser()": { kind: "authentication", how: "throws" },
    "createClient().safeGetAuthUser()": { kind: "authentication", how: "returns" },
    "**.isAuthenticated()": { kind: "authentication", how: "returns" },
  },
});
