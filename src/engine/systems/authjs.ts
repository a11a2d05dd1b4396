// https://authjs.dev/getting-started/session-management/protecting · https://next-auth.js.org/configuration/nextjs
import { type CallView, defineSystem } from "./define-system.ts";

const returns = { kind: "authentication", how: "returns" } as const;

export default defineSystem({
  title: "Auth.js",
  category: "auth",
  packages: ["next-auth", "@auth/core", "@auth/express", "@auth/sveltekit", "@hono/auth-js", "auth-astro"],
  clients: [],
  calls: {},
  promises: { getServerSession: 3, getToken: 1 },
  guards: {
    "getServerSession()|unstable_getServerSession()|getSession()|getToken()|getAuthUser()": returns,
    // const { auth } = NextAuth(config): auth() gives the session, auth(handler) wraps it.
    "default().auth()": session,
    "NextAuth().auth()": session,
    "withAuth()": { kind: "authentication", how: "wraps" },
    "verifyAuth()": { kind: "authentication", how: "middleware" },
  },
});

/** A wrapped handler still has to test `req.auth` itself: that is no guard. */
function session(call: CallView) {
  return call.arguments[0]?.kind === "function" ? undefined : returns;
}
