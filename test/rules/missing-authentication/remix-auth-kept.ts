// A project keeps the package's own method, and puts one around it. An authorizer throws for whoever is not signed in.
// file: package.json
{ "dependencies": { "@remix-run/node": "2", "@remix-run/react": "2", "remix-auth": "3", "@prisma/client": "5" } }

// file: app/utils/auth.server.ts
import { createCookieSessionStorage } from "@remix-run/node";
import { PrismaClient } from "@prisma/client";
import { Authenticator, Authorizer } from "remix-auth";

export const db = new PrismaClient();
export const authenticator = new Authenticator(createCookieSessionStorage({ cookie: { name: "s" } }));
export const authorizer = new Authorizer(authenticator, []);
const { isAuthenticated } = authenticator;
authenticator.isAuthenticated = async function (request, options) {
  const user = await isAuthenticated.call(authenticator, request, options);
  if (!user) return user;
  await db.visit.create({ data: { userId: user.id } });
  return user;
};

// file: app/routes/profile.tsx
import { authenticator, authorizer, db } from "../utils/auth.server";
export const action = async ({ request }) => { // silent: sent to the login
  const user = await authenticator.isAuthenticated(request, { failureRedirect: "/login" });
  await db.user.update({ where: { id: user.id }, data: { name: (await request.formData()).get("name") } });
  return null;
};

// file: app/routes/games.tsx
import { authorizer, db } from "../utils/auth.server";
export const action = async (args) => { // silent: throws
  const user = await authorizer.authorize(args);
  await db.user.update({ where: { id: user.id }, data: { game: (await args.request.formData()).get("game") } });
  return null;
};

// file: app/routes/teams.tsx
import { db } from "../utils/auth.server";
export const action = async ({ request }) => { // expect: missing-authentication
  const data = await request.formData();
  await db.user.update({ where: { id: data.get("id") }, data: { team: data.get("team") } });
  return null;
};
