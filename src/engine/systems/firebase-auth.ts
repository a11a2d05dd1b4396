// https://firebase.google.com/docs/auth/admin/verify-id-tokens · https://firebase.google.com/docs/auth/admin/manage-users
import { defineSystem } from "./define-system.ts";

const target = "=users";

export default defineSystem({
  title: "Firebase Auth",
  category: "auth",
  packages: ["firebase-admin", "firebase-admin/auth", "firebase-admin/app-check"],
  clients: ["auth()", "getAuth()", "initializeApp()|app().auth()"],
  calls: {
    createUser: { access: "write", operation: "insert", target, data: "$0" },
    "updateUser|setCustomUserClaims|revokeRefreshTokens": {
      access: "write",
      operation: "set",
      target,
      where: "$0",
      data: "$1",
    },
    "deleteUser|deleteUsers": { access: "write", operation: "delete", target, where: "$0" },
    "getUser|getUserByEmail|getUserByPhoneNumber|getUsers|listUsers": { access: "read", target, where: "$0" },
  },
  guards: {
    "**.verifyIdToken()|verifySessionCookie()": { kind: "authentication", how: "throws" },
    "appCheck()|getAppCheck().verifyToken()": { kind: "authentication", how: "throws" },
  },
});
