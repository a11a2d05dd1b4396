// Passport believes what a local strategy gives to `done`: the account must be its caller's.

// file: package.json
{ "name": "ferries", "dependencies": { "express": "5", "@prisma/client": "6", "passport": "0.7", "passport-local": "1", "bcryptjs": "3", "otplib": "12", "validator": "13" } }
// file: prisma/schema.prisma
model Sailor {
  id       String  @id
  email    String  @unique
  username String  @unique
  password String
  secret   String
  blocked  Boolean
}
model Invitation {
  id    String @id
  email String
}
// file: src/bare.ts
import bcrypt from "bcryptjs";
import passport from "passport";
import { Strategy as LocalStrategy } from "passport-local";
import validator from "validator";
import { authenticator } from "otplib";
import { prisma } from "./prisma.ts";
import { legacy } from "legacy-directory";

passport.use(
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // expect: unproven-sign-in
    // ~ Anyone can sign in as any sailor
    const sailor = await prisma.sailor.findUnique({ where: { email } });
    if (!sailor || sailor.blocked) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "without-options",
  new LocalStrategy(async (username, password, done) => { // expect: unproven-sign-in
    const sailor = await prisma.sailor.findUnique({ where: { username } });
    if (!sailor || sailor.blocked) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "as-promised",
  new LocalStrategy({ usernameField: "email", passReqToCallback: true }, (req, email, password, done) => { // expect: unproven-sign-in
    find(email, password).then(
      (sailor) => (sailor ? done(null, sailor) : done(null, false)),
      (error) => done(error),
    );
  }),
);

async function find(email: string, password: string) {
  const sailor = await prisma.sailor.findUnique({ where: { email } });
  if (sailor) return { ...sailor, password: undefined };
  return null;
}

passport.use(
  "forgotten-answer",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // expect: unproven-sign-in
    const sailor = await prisma.sailor.findUnique({ where: { email: validator.normalizeEmail(email) } });
    if (!sailor) return done(null, false);
    const same = await bcrypt.compare(password, sailor.password);
    if (same === undefined) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "compared",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: the password is compared
    const sailor = await prisma.sailor.findUnique({ where: { email } });
    if (!sailor || !(await bcrypt.compare(password, sailor.password))) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "compared-later",
  new LocalStrategy({ usernameField: "email" }, (email, password, done) => { // silent: the callback is told what it gave
    prisma.sailor.findUnique({ where: { email } }).then((sailor) => {
      if (!sailor) return done(null, false);
      bcrypt.compare(password, sailor.password, (error, same) => (same ? done(null, sailor) : done(null, false)));
    });
  }),
);

passport.use(
  "by-both",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: found by the password, too
    done(null, await prisma.sailor.findFirst({ where: { email, password } }));
  }),
);

passport.use(
  "asked-elsewhere",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: the directory is given the password
    const sailor = await prisma.sailor.findUnique({ where: { email } });
    if (!(await legacy.bind(email, password))) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "by-code",
  new LocalStrategy({ usernameField: "email", passwordField: "code" }, async (email, code, done) => { // silent: a one-time code
    const sailor = await prisma.sailor.findUnique({ where: { email } });
    if (!sailor || !authenticator.verify({ token: code, secret: sailor.secret })) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "by-method",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: the row's own method is given the password
    const sailor: any = await prisma.sailor.findUnique({ where: { email } });
    if (!sailor?.matches(password)) return done(null, false);
    return done(null, sailor);
  }),
);

passport.use(
  "sign-up",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: the row is made here
    const known = await prisma.sailor.findUnique({ where: { email } });
    if (known) return done(null, false);
    const sailor = await prisma.sailor.create({ data: { email, password: await bcrypt.hash(password, 10) } as any });
    return done(null, sailor);
  }),
);

passport.use(
  "invited",
  new LocalStrategy({ usernameField: "email", passwordField: "invitation" }, async (email, invitation, done) => { // silent: an invitation is shown
    const found = await prisma.invitation.findUnique({ where: { id: invitation } });
    if (!found) return done(null, false);
    return done(null, await prisma.sailor.findUnique({ where: { email } }));
  }),
);

passport.use(
  "demo",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: everybody is the same guest
    done(null, await prisma.sailor.findUnique({ where: { email: "guest@example.com" } }));
  }),
);

passport.use(
  "on-test-systems",
  new LocalStrategy({ usernameField: "email" }, async (email, password, done) => { // silent: a setting opens it
    if (process.env.OPEN_LOGIN !== "yes") return done(null, false);
    done(null, await prisma.sailor.findUnique({ where: { email } }));
  }),
);
// file: src/prisma.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();
