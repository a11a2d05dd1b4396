/** Of the permissions that are asked for, those that the caller lacks are filtered out and refused. */
import express from "express";
import session from "express-session";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SECRET }));

const ROLES = [
  { permission: "teams.write", roles: ["owner"] },
  { permission: "teams.read", roles: ["owner", "member"] },
];

function refuseWithout(permissions, required) {
  const missing = required.filter((one) => !permissions.includes(one));
  if (missing.length === 0) return;
  throw new Error("forbidden");
}

app.use(async (req, res, next) => {
  if (!req.session.userId) return res.sendStatus(401);
  next();
});

app.delete("/admin/teams/:id", async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.session.userId } });
  const permissions = ROLES.filter(({ roles }) => roles.includes(user.role)).map(({ permission }) => permission);
  refuseWithout(permissions, ["teams.write"]);
  // silent: what is missing was asked of the caller's role
  res.json(await prisma.team.delete({ where: { id: req.params.id } }));
});
