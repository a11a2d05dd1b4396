import { signedInUnproven } from "../../link/guards/signed-in-by-name.ts";
import { defineRule } from "../define-rule.ts";

/**
 * A strategy signs in whoever the request names: no password is compared, or what the comparison gave decides nothing.
 *
 * The library believes what the function gives back. An account that was found by its e-mail is not yet one whose owner
 * is calling.
 *
 * ```ts bad
 * import passport from "passport";
 * import { Strategy } from "passport-local";
 *
 * passport.use(
 *   new Strategy(async (username, password, done) => {
 *     const user = await prisma.user.findUnique({ where: { username } });
 *     if (!user) return done(null, false);
 *     done(null, user);
 *   }),
 * );
 * ```
 * ```ts good
 * import passport from "passport";
 * import { Strategy } from "passport-local";
 *
 * passport.use(
 *   new Strategy(async (username, password, done) => {
 *     const user = await prisma.user.findUnique({ where: { username } });
 *     if (!user || !(await bcrypt.compare(password, user.password))) return done(null, false);
 *     done(null, user);
 *   }),
 * );
 * ```
 *
 * What cannot be read may compare: a method of the row, a package that is given the password.
 */
export default defineRule({
  severity: "error",
  visits: "service",
  cwe: [287, 306],
  owasp: ["API2:2023"],
  asvs: ["6.3.4"],
  remedy: {
    title: "Compare the password, and refuse where it differs",
    steps: [
      "Compare what was sent with the hash in the account: `await bcrypt.compare(password, user.password)`, `await argon2.verify(user.password, password)`.",
      "Leave with `done(null, false)` or `return null` unless the comparison gave `true`; await it.",
      "Sign in with a wrong password: it must be refused.",
    ],
  },

  check(service, report) {
    for (const signIn of service.signIns) {
      const account = signedInUnproven(signIn);
      if (!account) continue;
      const entry = service.entryPoints.find(
        ({ place, method }) => place.file === signIn.place.file && method === "POST",
      );
      report({
        at: signIn.place,
        ...(entry && { entryPoint: entry }),
        identity: signIn.name,
        message: `Anyone can sign in as any ${account.target ?? "user"}: ${signIn.name} takes whomever the request names, and nothing that it compares decides. Compare the password, and refuse where it differs.`,
        trace: [{ place: account.place, message: "the account is found by what the request says alone" }],
      });
    }
  },
});
