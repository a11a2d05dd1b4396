// An invitation lets in whoever shows it; who takes one back is asked for a role, and that is what lets them.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use((req: any, _res, next) => {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.TOKEN_KEY!);
  next();
});

async function asManager(req: any, res: express.Response, next: express.NextFunction) {
  const member = await prisma.member.findFirst({ where: { userId: req.user.id, teamId: req.params.team } });
  if (!member || member.role !== "manager") return res.sendStatus(403);
  next();
}

app.get("/teams/:team/invitations", asManager, async (req: any, res) => {
  res.json(await prisma.invitation.findMany({ where: { teamId: req.params.team } }));
});
app.post("/teams/:team/invitations", asManager, async (req: any, res) => {
  res.json(await prisma.invitation.create({ data: { teamId: req.params.team, userId: req.user.id, email: req.body.email } }));
});
app.delete("/teams/:team/invitations", asManager, async (req: any, res) => {
  const invitation = await prisma.invitation.findUnique({ where: { id: req.query.id as string } }); // expect: unowned-object
  if (!invitation) return res.sendStatus(404);
  await prisma.invitation.delete({ where: { id: req.query.id as string } });
  res.end();
});
app.post("/invitations/:invitationId/accept", async (req: any, res) => { // silent: it was sent to whoever shows it
  const invitation = await prisma.invitation.findUnique({ where: { id: req.params.invitationId } });
  if (!invitation) return res.sendStatus(404);
  await prisma.member.create({ data: { teamId: invitation.teamId, userId: req.user.id, role: "mate" } });
  res.end();
});
