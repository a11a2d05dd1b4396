// What hangs on rows of the caller's own is theirs, and no team (see team-of-membership.ts).
// file: schema.prisma
model Login {
  id      String   @id
  userId  String
  mailbox Mailbox?
}

model Mailbox {
  id      String  @id
  loginId String  @unique
  login   Login   @relation(fields: [loginId], references: [id])
  watched Boolean
}

// file: package.json
{ "dependencies": { "express": "4", "@prisma/client": "5", "better-auth": "1" } }
// file: src/index.ts
import { PrismaClient } from "@prisma/client";
import { betterAuth } from "better-auth";
import express from "express";

const auth = betterAuth({});
const prisma = new PrismaClient();
const app = express();
app.use(express.json());

async function signedIn(req) {
  const session = await auth.api.getSession({ headers: req.headers });
  if (!session?.user) throw new Error("Unauthorized");
  return session.user;
}

async function chiefOnly(req) {
  const user = await signedIn(req);
  if (user.role !== "chief") throw new Error("Forbidden");
}

app.put("/mailboxes/:id", async (req, res) => {
  await chiefOnly(req);
  res.json(await prisma.mailbox.update({ where: { id: req.params.id }, data: { watched: true } }));
});

app.delete("/mine", async (req, res) => { // silent: each is the caller's own
  const user = await signedIn(req);
  const logins = await prisma.login.findMany({ where: { userId: user.id }, select: { mailbox: { select: { id: true } } } });
  await Promise.all(
    logins.map(async (login) => {
      if (!login.mailbox) return;
      await prisma.mailbox.updateMany({ where: { id: login.mailbox.id }, data: { watched: false } });
    }),
  );
  res.sendStatus(204);
});
